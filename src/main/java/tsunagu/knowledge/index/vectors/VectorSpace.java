package tsunagu.knowledge.index.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/** The vectors of an index's entries, in the order of its documents. */
public final class VectorSpace {
    private static final String FIELD = "vector";

    /** Words and vectors are each asked for so many at least, so that what both find a little is not lost. */
    private static final int LEAST_DEPTH = 50;

    private final List<float[]> vectors;
    private final float[] middle;

    /** @param vectors each of length 1, or empty; at least one that is not */
    public VectorSpace(List<float[]> vectors) {
        this.vectors = vectors;
        int dimensions = vectors.stream().mapToInt(each -> each.length).max().orElseThrow();
        middle = new float[dimensions];
        List<float[]> all = vectors.stream().filter(vector -> vector.length > 0).toList();
        for (float[] vector : all) {
            for (int i = 0; i < dimensions; i++) middle[i] += vector[i] / all.size();
        }
    }

    /** The field of an entry's vector. */
    public static Field field(float[] vector) {
        return new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.DOT_PRODUCT);
    }

    public Nearness to(float[] question) {
        return new Nearness(question);
    }

    /**
     * How near the entries lie to one question: 0 for one no nearer than entries are on the average, 1 for the same
     * text. Models differ in where their cosines lie, many have all of them between 0.7 and 0.9; measured from the
     * average, theirs and the scores of words compare, also between questions.
     */
    public final class Nearness {
        private final float[] question;
        private final double average;

        private Nearness(float[] question) {
            this.question = question;
            average = dot(question, middle);
        }

        public double of(int document) {
            float[] vector = vectors.get(document);
            if (vector.length == 0 || average >= 1) return 0;
            return Math.clamp((dot(question, vector) - average) / (1 - average), 0, 1);
        }

        /**
         * The best by the sum of both scores, best first, equal ones in the order of the documents.
         *
         * @param weight of nearness beside 1 for words
         */
        public ScoreDoc[] fuse(Query words, IndexSearcher searcher, int count, double weight) throws IOException {
            int depth = Math.max(count, LEAST_DEPTH);
            Map<Integer, Float> byWords = new HashMap<>();
            for (ScoreDoc found : searcher.search(words, depth).scoreDocs) byWords.put(found.doc, found.score);
            TopDocs near = searcher.search(new KnnFloatVectorQuery(FIELD, question, depth), depth);
            for (ScoreDoc found : scorer(words).rescore(searcher, near, depth).scoreDocs) {
                byWords.putIfAbsent(found.doc, found.score);
            }
            var fused = new ArrayList<ScoreDoc>();
            byWords.forEach((document, score) -> {
                double both = score + weight * of(document);
                if (both > 0) fused.add(new ScoreDoc(document, (float) both));
            });
            fused.sort(
                    Comparator.comparingDouble((ScoreDoc each) -> -each.score).thenComparingInt(each -> each.doc));
            return fused.stream().limit(count).toArray(ScoreDoc[]::new);
        }

        /** What the words of those say that were found by their vectors. */
        private static QueryRescorer scorer(Query words) {
            return new QueryRescorer(words) {
                @Override
                protected float combine(float nearness, boolean matches, float score) {
                    return matches ? score : 0;
                }
            };
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += (double) one[i] * other[i];
        return sum;
    }
}
