package tsunagu.knowledge.likeness;

import java.util.Map;
import tsunagu.knowledge.likeness.Confidence.Evidence;

/**
 * How much speaks for an answer.
 *
 * @param wanted whether a wording wants what the question does
 * @param misses how much says what it leaves out, beside a word that no text has
 * @param confidence the probability that it answers, 0 to 1
 */
public record Weight(boolean wanted, double misses, double confidence) {
    /** @param evidence all there is */
    public static Weight of(Map<Evidence, Double> evidence) {
        double confidence = Confidence.learned().of(evidence);
        return new Weight(evidence.get(Evidence.WANTED) > 0, evidence.get(Evidence.MISSES), confidence);
    }
}
