package tsunagu.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.knowledge.Candidate.Judged;
import tsunagu.knowledge.Candidate.Objection;
import tsunagu.knowledge.index.QueryReading;

/**
 * Why a question is answered as it is: how it was understood, what was considered, and what was held against each.
 *
 * @param words what the question is about, in the order they were said
 * @param considered best fit first
 * @param leastCoverage share of the question an answer must speak of
 */
public record Explanation(
        List<Understood> words,
        List<OtherNames> otherNames,
        List<Considered> considered,
        double leastCoverage,
        Finding finding) {

    private static final int MOST_CONSIDERED = 10;

    public Explanation {
        words = List.copyOf(words);
        otherNames = List.copyOf(otherNames);
        considered = List.copyOf(considered);
    }

    /**
     * A word of the question.
     *
     * @param weight how much it says; higher where fewer texts have it
     * @param known false where no text has it
     */
    public record Understood(String term, double weight, boolean known) {}

    /** What a part of the question may also be called. */
    public record OtherNames(String said, List<String> others) {
        public OtherNames {
            others = List.copyOf(others);
        }
    }

    /**
     * A text that was found.
     *
     * @param entry its id, empty for a passage or a quote of a document
     * @param title the question of an entry or a quote, or document and headings
     * @param score of the ranking; about 1.15 where a text answers
     * @param fit what decides; the score and how well it suits otherwise
     * @param coverage share of the question it speaks of, 0 to 1
     * @param objection why it is not told, in lower case with hyphens: {@code speaks-of-too-little}
     */
    public record Considered(
            Optional<String> entry,
            String title,
            double score,
            double fit,
            double coverage,
            Optional<String> objection) {}

    static Explanation of(
            QueryReading reading,
            List<Candidate> passages,
            List<Judged> entries,
            double leastCoverage,
            Finding finding) {
        return new Explanation(
                reading.words().stream()
                        .map(word -> new Understood(word.term(), word.weight(), word.known()))
                        .toList(),
                reading.synonyms().stream()
                        .map(span -> new OtherNames(
                                String.join("", span.terms()),
                                span.alternatives().stream()
                                        .map(terms -> String.join("", terms))
                                        .toList()))
                        .toList(),
                Stream.concat(
                                entries.stream().map(Explanation::considered),
                                passages.stream().map(Explanation::considered))
                        .sorted(Comparator.comparingDouble(Considered::fit).reversed())
                        .limit(MOST_CONSIDERED)
                        .toList(),
                leastCoverage,
                finding);
    }

    private static Considered considered(Judged entry) {
        return new Considered(
                Optional.of(entry.entry().id()).filter(_ -> entry.read().isStaffs()),
                entry.entry().question(),
                entry.score(),
                entry.fit(),
                entry.coverage(),
                entry.objection().map(Explanation::name));
    }

    private static Considered considered(Candidate passage) {
        return new Considered(
                Optional.empty(),
                passage.document().titleWithStatus() + " / " + passage.passage().headingPath(),
                passage.score(),
                passage.fit(),
                passage.coverage(),
                passage.objection().map(Explanation::name));
    }

    private static String name(Objection objection) {
        return objection.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
