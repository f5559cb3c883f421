package tsunagu.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.Reply;
import tsunagu.conversation.TestTown;
import tsunagu.groups.entry.Content;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.Kind;
import tsunagu.groups.entry.State;

/**
 * Many groups: what is asked is found, and how long each question takes from words to reply is printed.
 * {@code -Dgroups.count=5000} makes them as many as a large town has.
 */
class GroupScaleTest {
    private static final int GROUPS = Integer.getInteger("groups.count", 300);
    private static final int TIMES = Integer.getInteger("groups.questions", 100);
    private static final List<String> AREAS = List.of("nanbu", "seibu", "chubu", "hokutobu");
    private static final List<String> THINGS = List.of("将棋", "体操", "合唱", "編み物", "園芸", "卓球", "英会話", "読み聞かせ");

    private static Content content(int i) {
        Kind kind = Kind.values()[i % Kind.values().length];
        String thing = THINGS.get(i / 12 % THINGS.size());
        return new Content(
                "第" + i + thing + "の会",
                "",
                kind,
                List.of("nishitokyo/" + AREAS.get(i % AREAS.size())),
                thing + "を楽しむ集まりです。初めての方も歓迎します。見学はいつでもどうぞ。",
                "毎週" + "月火水木金土日".charAt(i % 7) + "曜 10時から12時",
                new Content.Venue(
                        "第" + i + "会館",
                        "西東京市のどこか" + i,
                        Optional.of(new Content.Point(35.7 + i % 100 / 1000.0, 139.5 + i % 90 / 1000.0))),
                "どなたでも",
                "無料",
                "",
                new Content.Contact(
                        new Content.Detail("係", true),
                        new Content.Detail("042-000-" + String.format(Locale.ROOT, "%04d", i % 10_000), true),
                        new Content.Detail("", false),
                        new Content.Detail("", false)),
                i % 2 == 0,
                List.of(thing, "第" + i),
                "",
                Optional.of(java.time.LocalDate.of(2025, 1, 1).plusDays(i % 690)),
                new Content.Origin("", ""));
    }

    @Test
    void manyGroupsAreSearchedAndTheRightOnesTold() {
        try (var town = TestTown.open()) {
            Groups groups = town.bean(Groups.class);
            for (int i = 0; i < GROUPS; i++) {
                groups.create("nishitokyo", Optional.of("n" + i), content(i), State.PUBLISHED, "試験");
            }
            for (String words : List.of(
                    "子ども食堂ある？",
                    "将棋の会に入りたい",
                    "気軽に集まれる場所",
                    "一人暮らしの母に",
                    "ひばりが丘の近くのサロン",
                    "第111編み物の会はありますか",
                    "俳句の会はありますか")) {
                Reply reply = timed(town, words);
                assertThat(reply.plainText()).as(words).isNotBlank();
                if (!words.contains("俳句")) assertThat(reply.sources()).as(words).isNotEmpty();
            }
            assertThat(town.resident().says("将棋の会に入りたい").plainText()).contains("将棋の会");
        }
    }

    private static Reply timed(TestTown town, String words) {
        var millis = new ArrayList<Double>();
        Reply reply = null;
        for (int i = 0; i < TIMES; i++) {
            TestTown.Resident resident = town.resident();
            long began = System.nanoTime();
            reply = resident.says(words);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s with %d groups: median %.1f ms, p99 %.1f ms%n",
                words,
                GROUPS,
                millis.get(TIMES / 2),
                millis.get(TIMES * 99 / 100 - 1));
        return reply;
    }
}
