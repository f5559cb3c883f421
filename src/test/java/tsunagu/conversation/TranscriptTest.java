package tsunagu.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tsunagu.conversation.Transcript.Exchange;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.message.Source;

/** Every story of {@code src/test/resources/transcripts}, told to the assistant as it ships. */
class TranscriptTest {
    private static TestTown town;

    @BeforeAll
    static void open() {
        town = TestTown.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @TestFactory
    Stream<DynamicTest> stories() {
        return Transcript.listAll().map(story -> dynamicTest(story.name(), () -> tell(story)));
    }

    private static void tell(Transcript story) {
        var wrong = new ArrayList<String>();
        TestTown.Resident resident = town.resident();
        for (Exchange exchange : story.exchanges()) {
            if (exchange.fresh()) resident = town.resident();
            Reply reply = resident.says(exchange.said());
            faults(exchange, reply)
                    .forEach(fault -> wrong.add(story.name() + ":" + exchange.line() + " 「" + exchange.said() + "」 "
                            + fault + "\n    " + reply.plainText().replace("\n", "\n    ")));
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    private static List<String> faults(Exchange exchange, Reply reply) {
        var faults = new ArrayList<String>();
        String text = reply.plainText();
        if (!exchange.outcome().equals(reply.outcome().wireName())) {
            faults.add("should be " + exchange.outcome() + ", is "
                    + reply.outcome().wireName());
        }
        exchange.heard().stream()
                .filter(part -> !text.contains(part))
                .forEach(part -> faults.add("does not say " + part));
        exchange.unheard().stream().filter(text::contains).forEach(part -> faults.add("says " + part));
        List<String> documents = reply.sources().stream().map(Source::document).toList();
        exchange.cited().stream()
                .filter(id -> !documents.contains(id))
                .forEach(id -> faults.add("does not cite " + id));
        List<String> choices =
                reply.choices().stream().map(choice -> choice.text()).toList();
        exchange.offered().stream()
                .filter(choice -> !choices.contains(choice))
                .forEach(choice -> faults.add("does not offer " + choice));
        reply.sources().stream().filter(source -> !isTrue(source)).forEach(source -> faults.add("misquotes " + source));
        return faults;
    }

    /** A quote must stand in the document it is said to be from. */
    private static boolean isTrue(Source source) {
        if (source.quote().isEmpty()) return true;
        return town.bean(DocumentLibrary.class)
                .findQuote(new DocumentId(source.document()), source.quote())
                .isPresent();
    }
}
