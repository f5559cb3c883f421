package tsunagu.knowledge.index;

import java.util.List;
import tsunagu.knowledge.index.QueryReading.QueryWord;

/**
 * What was found for a question.
 *
 * @param hits best first, equal scores by id
 * @param margin score of the first hit over the fifth, 0 without hits: small where many entries fit as well
 * @param reading how the question was understood: the beginning of every explanation
 */
public record TextHits(List<Hit> hits, double margin, QueryReading reading) {
    public TextHits {
        hits = List.copyOf(hits);
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
    }

    /** How likely the first hit is the right one; without a unit, and to be calibrated for each collection. */
    public double confidence() {
        return hits.isEmpty()
                ? 0
                : hits.getFirst().titlePrecision() + 0.5 * hits.getFirst().coverage() + margin;
    }
}
