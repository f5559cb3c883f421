package tsunagu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.events.TestEvents;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Field;
import tsunagu.events.store.Events;
import tsunagu.message.Source;

/** Questions about events, asked in a town that has entered some. */
class EventStoriesTest {
    private static final Path STORIES = Path.of("src/test/resources/events/stories.txt");

    private static final Content WRESTLING = new Content(Map.of(
            Field.ID, "wrestling",
            Field.TITLE, "第3回どろんこ相撲大会",
            Field.START, "2027-06-12",
            Field.PLACE, "ふれあい広場"));

    @Test
    void everyQuestionAboutEventsGoesAsItIsWritten() {
        var wrong = new ArrayList<String>();
        try (TestTown town = TestTown.open()) {
            new TestEvents(town::bean).enterAll();
            town.bean(Events.class).loadSamples(TestEvents.TOWN, List.of(WRESTLING));
            TestTown.Resident resident = town.resident();
            for (Transcript.Exchange exchange : Transcript.read(STORIES).exchanges()) {
                if (exchange.fresh()) resident = town.resident();
                Reply reply = resident.says(exchange.said());
                String text = reply.plainText();
                boolean right = exchange.outcome().equals(reply.outcome().wireName())
                        && exchange.heard().stream().allMatch(text::contains)
                        && exchange.unheard().stream().noneMatch(text::contains);
                if (!right) wrong.add(exchange.line() + " 「" + exchange.said() + "」 " + reply.outcome() + "\n" + text);
                boolean told = reply.outcome() == Reply.Outcome.ANSWERED;
                assertThat(reply.sources().isEmpty()).as(exchange.said()).isNotEqualTo(told);
            }
            Reply sample = town.resident().says("今週末なにかある？");
            assertThat(sample.sources())
                    .extracting(Source::publisher, Source::published, Source::heading)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("西東京市", "2026-11-22", "ほくっとマルシェ"));
        }
        assertThat(wrong).as(String.join("\n\n", wrong)).isEmpty();
    }
}
