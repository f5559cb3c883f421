package tsunagu.knowledge.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.index.entries.EntryWords;
import tsunagu.knowledge.index.entries.Impacts;
import tsunagu.knowledge.index.entries.Lengths;
import tsunagu.knowledge.index.vectors.VectorSpace;
import tsunagu.knowledge.index.words.TermWeights;

/** The fields an entry becomes, and how each of them scores. */
final class EntryFields {
    static final String GROUP = "group";

    private static final FieldType WITH_POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType WEIGHTED = type(IndexOptions.DOCS_AND_FREQS, true);

    private EntryFields() {}

    static Document document(EntryWords entry, TermWeights weights, Map<String, Double> expansion) {
        var document = new Document();
        document.add(new StringField(GROUP, entry.group(), Field.Store.NO));
        add(document, Recipe.Field.ALL, TermStream.of(entry.terms()), WITH_POSITIONS);
        add(document, Recipe.Field.TITLE, TermStream.of(entry.titleTerms()), COUNTED);
        add(document, Recipe.Field.READING, TermStream.of(entry.readings()), COUNTED);
        add(document, Recipe.Field.BIGRAM, TermStream.of(entry.bigrams()), COUNTED);
        Map<String, Integer> shares = Impacts.ofTitle(entry.distinctTitleTerms(), weights);
        add(document, Recipe.Field.TITLE_PRECISION, TermStream.weighted(shares), WEIGHTED);
        add(document, Recipe.Field.EXPANSION, TermStream.weighted(Impacts.ofExpansion(expansion)), WEIGHTED);
        if (entry.vector().length > 0) document.add(VectorSpace.field(entry.vector()));
        return document;
    }

    private static void add(Document document, Recipe.Field field, TokenStream terms, FieldType type) {
        document.add(new Field(field.key(), terms, type));
    }

    static Similarity similarity(RankingSettings settings, Lengths lengths) {
        Map<String, Similarity> similarities = new HashMap<>();
        for (Recipe.Field field : Recipe.Field.values()) {
            similarities.put(field.key(), similarity(field, settings, lengths));
        }
        Similarity others = RecipeSimilarity.stored(1);
        return new PerFieldSimilarityWrapper() {
            @Override
            public Similarity get(String field) {
                return similarities.getOrDefault(field, others);
            }
        };
    }

    private static Similarity similarity(Recipe.Field field, RankingSettings settings, Lengths lengths) {
        return switch (field) {
            case ALL ->
                RecipeSimilarity.saturating(
                        settings.weight(Signal.MATCH), lengths.all().average());
            case TITLE -> RecipeSimilarity.saturating(0, lengths.title().average());
            case READING -> RecipeSimilarity.saturating(0, lengths.readings().average());
            case BIGRAM -> RecipeSimilarity.saturating(0, lengths.bigrams().average());
            case TITLE_PRECISION -> RecipeSimilarity.stored(Impacts.TITLE_SCALE);
            case EXPANSION -> RecipeSimilarity.stored(Impacts.EXPANSION_SCALE);
        };
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
            return new TermStream(
                    weights.entrySet().stream().map(each -> new Weighted(each.getKey(), each.getValue())));
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
