package tsunagu.knowledge.index;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.index.vectors.VectorSpace;
import tsunagu.knowledge.index.words.TermWeights;

/** The fields an entry becomes, and how each of them scores. */
final class EntryFields {
    static final String ALL = "all";
    static final String TITLE = "title";
    static final String TITLE_PRECISION = "title-precision";
    static final String READING = "reading";
    static final String BIGRAM = "bigram";
    static final String EXPANSION = "expansion";

    private static final int TITLE_PRECISION_SCALE = 2000;
    private static final int EXPANSION_SCALE = 64;

    private static final FieldType WITH_POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType WEIGHTED = type(IndexOptions.DOCS_AND_FREQS, true);

    private EntryFields() {}

    static Document document(EntryWords entry, TermWeights weights, Map<String, Double> expansion) {
        var document = new Document();
        document.add(new Field(ALL, TermStream.of(entry.terms()), WITH_POSITIONS));
        document.add(new Field(TITLE, TermStream.of(entry.titleTerms()), COUNTED));
        document.add(new Field(READING, TermStream.of(entry.readings()), COUNTED));
        document.add(new Field(BIGRAM, TermStream.of(entry.bigrams()), COUNTED));
        document.add(new Field(TITLE_PRECISION, TermStream.weighted(shares(entry, weights)), WEIGHTED));
        document.add(new Field(EXPANSION, TermStream.weighted(scaled(expansion, EXPANSION_SCALE)), WEIGHTED));
        if (entry.vector().length > 0) document.add(VectorSpace.field(entry.vector()));
        return document;
    }

    static Similarity similarity(RankingSettings settings) {
        Similarity all = RecipeSimilarity.saturating(settings.weight(Signal.MATCH));
        Similarity counted = RecipeSimilarity.saturating(0);
        Similarity titlePrecision = RecipeSimilarity.stored(TITLE_PRECISION_SCALE);
        Similarity expansion = RecipeSimilarity.stored(EXPANSION_SCALE);
        return new PerFieldSimilarityWrapper() {
            @Override
            public Similarity get(String field) {
                return switch (field) {
                    case ALL -> all;
                    case TITLE_PRECISION -> titlePrecision;
                    case EXPANSION -> expansion;
                    default -> counted;
                };
            }
        };
    }

    /** The share each title word has of the title's weight. */
    private static Map<String, Integer> shares(EntryWords entry, TermWeights weights) {
        double whole =
                entry.distinctTitleTerms().stream().mapToDouble(weights::of).sum();
        var shares = new LinkedHashMap<String, Double>();
        entry.distinctTitleTerms().forEach(term -> shares.put(term, weights.of(term) / whole));
        return scaled(shares, TITLE_PRECISION_SCALE);
    }

    private static Map<String, Integer> scaled(Map<String, Double> impacts, int scale) {
        var whole = new LinkedHashMap<String, Integer>();
        impacts.forEach((term, impact) -> whole.put(term, (int) Math.round(impact * scale)));
        return whole;
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    /** Terms that were read before, handed to the index one position after the other. */
    private static final class TermStream extends TokenStream {
        private record Weighted(String term, int weight) {}

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute weight = addAttribute(TermFrequencyAttribute.class);
        private final Iterator<Weighted> rest;

        private TermStream(Stream<Weighted> terms) {
            rest = terms.iterator();
        }

        static TermStream of(Collection<String> terms) {
            return new TermStream(terms.stream().map(each -> new Weighted(each, 1)));
        }

        /** Terms with a weight of at least 1 in place of a frequency. */
        static TermStream weighted(Map<String, Integer> weights) {
            return new TermStream(weights.entrySet().stream()
                    .map(each -> new Weighted(each.getKey(), Math.max(1, each.getValue()))));
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) return false;
            clearAttributes();
            Weighted next = rest.next();
            term.append(next.term());
            weight.setTermFrequency(next.weight());
            return true;
        }
    }
}
