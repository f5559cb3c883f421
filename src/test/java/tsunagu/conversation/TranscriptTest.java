package tsunagu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.Transcript.Exchange;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.message.Source;

/**
 * Every story of {@code src/test/resources/transcripts}, told to the assistant as it ships. How many turns are right is
 * printed by story file and by what should come; {@code floors.tsv} says how many must be.
 */
class TranscriptTest {
    private static final Path FLOORS = Path.of("src/test/resources/transcripts/floors.tsv");
    private static final int LEAST_STORIES = 200;
    private static TestTown town;

    private final Map<String, Tally> byStory = new TreeMap<>();
    private final Map<String, Tally> byOutcome = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** Turns, and those that were right. */
    private static final class Tally {
        private int turns;
        private int right;

        void count(boolean isRight) {
            turns++;
            if (isRight) right++;
        }

        double share() {
            return turns == 0 ? 1 : (double) right / turns;
        }
    }

    @BeforeAll
    static void open() {
        town = TestTown.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void everyStoryGoesAsItIsWritten() throws IOException {
        List<Transcript> stories = Transcript.listAll().toList();
        stories.forEach(this::tell);
        print("story", byStory);
        print("should be", byOutcome);
        Map<String, Double> floors = floors();
        assertThat(byStory)
                .allSatisfy((story, tally) -> assertThat(tally.share())
                        .as(story + "\n" + String.join("\n", wrong))
                        .isGreaterThanOrEqualTo(floors.getOrDefault(story, 1.0)));
    }

    @Test
    void thereAreStoriesOfEveryKind() {
        List<Exchange> turns =
                Transcript.listAll().flatMap(one -> one.exchanges().stream()).toList();
        long stories = turns.stream().filter(Exchange::fresh).count();
        long declinedAskedOrFollowing = turns.stream()
                .filter(turn -> !turn.fresh() || !turn.outcome().equals("answered"))
                .count();
        assertThat(stories).isGreaterThanOrEqualTo(LEAST_STORIES);
        assertThat(declinedAskedOrFollowing * 3).isGreaterThanOrEqualTo(turns.size());
    }

    private void tell(Transcript story) {
        TestTown.Resident resident = town.resident();
        for (Exchange exchange : story.exchanges()) {
            if (exchange.fresh()) resident = town.resident();
            Reply reply = resident.says(exchange.said());
            List<String> faults = faults(exchange, reply);
            byStory.computeIfAbsent(story.name(), any -> new Tally()).count(faults.isEmpty());
            byOutcome.computeIfAbsent(exchange.outcome(), any -> new Tally()).count(faults.isEmpty());
            faults.forEach(fault -> wrong.add(story.name() + ":" + exchange.line() + " 「" + exchange.said() + "」 "
                    + fault + "\n    " + reply.plainText().replace("\n", "\n    ")));
        }
    }

    private static void print(String heading, Map<String, Tally> tallies) {
        System.out.printf(Locale.ROOT, "%-24s %5s %5s %7s%n", heading, "turns", "right", "share");
        tallies.forEach((name, tally) -> System.out.printf(
                Locale.ROOT, "%-24s %5d %5d %6.1f%%%n", name, tally.turns, tally.right, tally.share() * 100));
    }

    private static Map<String, Double> floors() throws IOException {
        var floors = new HashMap<String, Double>();
        for (String line : Files.readAllLines(FLOORS)) {
            if (line.startsWith("#") || line.isBlank()) continue;
            String[] cells = line.split("\t");
            floors.put(cells[0], Double.valueOf(cells[1]));
        }
        return floors;
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
        boolean factual = reply.outcome() == Reply.Outcome.ANSWERED;
        if (factual == reply.sources().isEmpty()) faults.add("has sources: " + !factual);
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
