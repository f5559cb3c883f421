package tsunagu.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.Reply;
import tsunagu.conversation.TestTown;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Field;
import tsunagu.events.store.Events;

/**
 * Many events: what is found is right, and how long a question takes is printed. {@code -Devents=50000} makes them more
 * than any town has.
 */
class EventScaleTest {
    private static final int EVENTS = Integer.getInteger("events", 500);
    private static final int ROUNDS = Integer.getInteger("rounds", 20);
    private static final List<String> KINDS = List.of("教室", "お祭り", "清掃", "体操", "コンサート", "読み聞かせ");
    private static final List<String> AREAS = List.of("nanbu", "seibu", "chubu", "hokutobu", "");
    private static final List<String> QUESTIONS =
            List.of("今週末なにかある？", "来月の第2土曜", "子ども向け 無料", "何かイベントある？", "12月25日の行事", "お祭りはいつ", "北東部のイベントは？", "来週の行事");

    private static Content content(int i) {
        LocalDate day = LocalDate.of(2026, 11, 22).plusDays(i % 365);
        String area = AREAS.get(i % AREAS.size());
        return new Content(Map.of(
                Field.ID,
                "load-" + i,
                Field.TITLE,
                "第" + i + "回 " + KINDS.get(i % KINDS.size()),
                Field.START,
                day.toString(),
                Field.FROM,
                i % 2 == 0 ? "10:00" : "18:30",
                Field.AREAS,
                area.isEmpty() ? "" : "nishitokyo/" + area,
                Field.PLACE,
                "第" + i % 40 + "集会所",
                Field.FEE,
                i % 3 == 0 ? "無料" : "300円",
                Field.AUDIENCE,
                i % 4 == 0 ? "小学生" : "どなたでも",
                Field.REPEAT,
                i % 200 == 0 ? "FREQ=WEEKLY" : "",
                Field.DESCRIPTION,
                "地域の人が集まって楽しむ行事です。お気軽にどうぞ。".repeat(5)));
    }

    @Test
    void questionsAmongManyEventsAreAnsweredRightAndSoon() {
        try (TestTown town = TestTown.open()) {
            var all = new ArrayList<Content>();
            for (int i = 0; i < EVENTS; i++) all.add(content(i));
            assertThat(town.bean(Events.class).loadSamples(TestEvents.TOWN, all))
                    .isEqualTo(EVENTS);
            long loaded = System.nanoTime();
            assertThat(town.resident().says(QUESTIONS.getFirst()).plainText()).contains("第");
            System.out.printf(
                    Locale.ROOT, "%d events: first answer %.0f ms%n", EVENTS, (System.nanoTime() - loaded) / 1e6);
            for (String question : QUESTIONS) {
                var millis = new ArrayList<Double>();
                for (int i = 0; i < ROUNDS; i++) {
                    TestTown.Resident resident = town.resident();
                    long began = System.nanoTime();
                    Reply reply = resident.says(question);
                    millis.add((System.nanoTime() - began) / 1e6);
                    assertThat(reply.outcome()).as(question + reply.plainText()).isEqualTo(Reply.Outcome.ANSWERED);
                    assertThat(reply.plainText()).contains("第").doesNotContain("2025");
                }
                Collections.sort(millis);
                System.out.printf(
                        Locale.ROOT,
                        "%d events, %s: median %.1f ms, p99 %.1f ms%n",
                        EVENTS,
                        question,
                        millis.get(ROUNDS / 2),
                        millis.get((int) (ROUNDS * 0.99)));
            }
        }
    }
}
