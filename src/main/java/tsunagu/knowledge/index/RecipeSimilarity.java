package tsunagu.knowledge.index;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * How often a term stands in a field, as a score. None of these knows how rare the term is: that comes in through the
 * boost of the query, so that title and whole entry share one measure of rareness.
 */
final class RecipeSimilarity {
    private RecipeSimilarity() {}

    /** BM25's saturation with its usual k1 1.2 and b 0.75, and a constant for being there at all. */
    static Similarity saturating(double constant, double averageLength) {
        return new Similarity() {
            @Override
            public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... terms) {
                return new SimScorer() {
                    @Override
                    public float score(float frequency, long norm) {
                        double length = SmallFloat.byte4ToInt((byte) norm);
                        double k = 1.2 * (0.25 + 0.75 * length / averageLength);
                        return (float) (boost * (frequency / (frequency + k) + constant));
                    }
                };
            }
        };
    }

    /** The frequency is a weight computed beforehand, stored as a whole number of {@code scale}ths. */
    static Similarity stored(int scale) {
        return new Similarity() {
            @Override
            public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... terms) {
                return new SimScorer() {
                    @Override
                    public float score(float frequency, long norm) {
                        return boost * frequency / scale;
                    }
                };
            }
        };
    }
}
