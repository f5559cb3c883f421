package tsunagu.knowledge.index;

import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.words.TermWeights;

/**
 * What was found for a question.
 *
 * @param hits best first, equal scores by id
 * @param margin score of the first hit over the fifth, 0 without hits: small where many entries fit as well; of
 *     a search among some groups, within those
 * @param reading how the question was understood: the beginning of every explanation
 */
public record TextHits(List<Hit> hits, double margin, QueryReading reading) {
    /** The margin is taken between the first and this hit. */
    public static final int MARGIN_RANK = 5;

    public TextHits {
        hits = List.copyOf(hits);
    }

    /**
     * The {@link #margin} of what a search found.
     *
     * @param found how many
     * @param score of each, best first, the first is 0
     */
    public static double margin(int found, IntToDoubleFunction score) {
        if (found == 0) return 0;
        return score.applyAsDouble(0) - (found < MARGIN_RANK ? 0 : score.applyAsDouble(MARGIN_RANK - 1));
    }

    /**
     * An entry that was found.
     *
     * @param score comparable between questions; about 1.15 where an entry answers, below 0.4 where hardly
     *     anything matched
     * @param titlePrecision share of the title's weight that the question names, 0 to 1
     * @param coverage share of the question's weight the entry has, unknown words counted as missing, 0 to 1
     * @param inclusiveScore the score, lowered by the share of the question that the whole index does not know: tells
     *     whether the question is of this index's field at all
     * @param credit what nearness in meaning makes up for of the share that its words miss, 0 to 1; 0 without a model
     * @param matched words of the question the entry has
     */
    public record Hit(
            String id,
            double score,
            double titlePrecision,
            double coverage,
            double inclusiveScore,
            double credit,
            List<QueryWord> matched) {
        public Hit {
            matched = List.copyOf(matched);
        }

        /**
         * What is to be told of an entry by its words.
         *
         * @param terms all words of the entry
         * @param title those of its title
         * @param weights of the index it was found in
         */
        public static Hit of(
                String id,
                double score,
                double credit,
                Set<String> terms,
                Set<String> title,
                QueryReading question,
                TermWeights weights) {
            List<QueryWord> matched = question.words().stream()
                    .filter(word -> terms.contains(word.term()))
                    .toList();
            double whole = question.wholeWeight();
            double matchedWeight =
                    matched.stream().mapToDouble(QueryReading::weight).sum();
            double knownShare = whole == 0 ? 0 : question.knownWeight() / whole;
            return new Hit(
                    id,
                    score,
                    titlePrecision(title, question, weights),
                    whole == 0 ? 0 : matchedWeight / whole,
                    score * knownShare,
                    credit,
                    matched);
        }

        private static double titlePrecision(Set<String> title, QueryReading question, TermWeights weights) {
            double whole = title.stream().mapToDouble(weights::of).sum();
            double named = question.words().stream()
                    .filter(word -> title.contains(word.term()))
                    .mapToDouble(QueryWord::weight)
                    .sum();
            return whole == 0 ? 0 : named / whole;
        }
    }

    /** How likely the first hit is the right one; without a unit, and to be calibrated for each collection. */
    public double confidence() {
        return hits.isEmpty()
                ? 0
                : hits.getFirst().titlePrecision() + 0.5 * hits.getFirst().coverage() + margin;
    }
}
