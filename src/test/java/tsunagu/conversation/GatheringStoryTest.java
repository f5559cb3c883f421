package tsunagu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsunagu.conversation.Transcript.Exchange;
import tsunagu.groups.entry.State;
import tsunagu.groups.file.Imports;
import tsunagu.groups.stint.Stint;
import tsunagu.groups.stint.Stints;
import tsunagu.message.Source;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/** Residents and the groups of {@code config/samples/groups.csv}: the stories of {@code transcripts/groups}. */
class GatheringStoryTest {
    private static TestTown town;

    @BeforeAll
    static void open() throws IOException {
        town = TestTown.open();
        var imports = town.bean(Imports.class);
        byte[] file = Files.readAllBytes(Path.of("config/samples/groups.csv"));
        imports.load(imports.dryRun(file, "nishitokyo"), "nishitokyo", "見本");
        post("マルシェの会場づくり", LocalDateTime.of(2026, 11, 28, 9, 0), 90, 1);
        post("防災訓練の受付", LocalDateTime.of(2026, 12, 6, 13, 0), 180, 5);
        post("終わった手伝い", LocalDateTime.of(2026, 11, 21, 9, 0), 60, 5);
    }

    private static void post(String title, LocalDateTime startsAt, int minutes, int needed) {
        var approver = new Member(UUID.randomUUID(), "馬場", Role.APPROVER, Optional.of("nishitokyo"));
        var stint = new Stint(
                0,
                "nishitokyo",
                Optional.empty(),
                title,
                "",
                "",
                startsAt,
                minutes,
                "駅前広場",
                needed,
                State.PUBLISHED,
                0,
                "",
                Instant.EPOCH);
        town.bean(Stints.class).save(stint, approver);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    static List<Transcript> stories() {
        return Transcript.listAll(Path.of("src/test/resources/transcripts/groups"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void goesAsItIsWritten(Transcript story) {
        var wrong = new ArrayList<String>();
        TestTown.Resident resident = town.resident();
        for (Exchange exchange : story.exchanges()) {
            if (exchange.fresh()) resident = town.resident();
            Reply reply = resident.says(exchange.said());
            faults(exchange, reply)
                    .forEach(fault -> wrong.add(story.name() + ":" + exchange.line() + " 「" + exchange.said() + "」 "
                            + fault + "\n" + reply.plainText() + "\n" + reply.choices()));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> faults(Exchange exchange, Reply reply) {
        var faults = new ArrayList<String>();
        String text = reply.plainText();
        if (!exchange.outcome().equals(reply.outcome().wireName())) faults.add("should be " + exchange.outcome());
        exchange.heard().stream().filter(part -> !text.contains(part)).forEach(part -> faults.add("misses " + part));
        exchange.unheard().stream().filter(text::contains).forEach(part -> faults.add("says " + part));
        List<String> titles = reply.sources().stream().map(Source::line).toList();
        exchange.cited().stream()
                .filter(part -> titles.stream().noneMatch(line -> line.contains(part)))
                .forEach(part -> faults.add("does not cite " + part));
        List<String> choices =
                reply.choices().stream().map(choice -> choice.text()).toList();
        exchange.offered().stream()
                .filter(choice -> !choices.contains(choice))
                .forEach(choice -> faults.add("does not offer " + choice));
        if (reply.messages().size() > 5) faults.add("is longer than a channel takes");
        if ((reply.outcome() == Reply.Outcome.ANSWERED) == reply.sources().isEmpty()) faults.add("sources?");
        return faults;
    }

    @Test
    void whereNothingIsEnteredNothingIsInvented() {
        try (var empty = TestTown.open()) {
            for (String words : List.of("子ども食堂ある？", "将棋の会に入りたい", "一人暮らしの母に", "土曜に手伝えることある？")) {
                Reply reply = empty.resident().says(words);
                assertThat(reply.plainText()).as(words).doesNotContain("見本").doesNotContain("登録されている一覧");
            }
        }
    }
}
