package tsunagu.knowledge.index;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.index.words.Bigrams;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.TermWeights;

/**
 * A question as one query: every signal is a clause that may match, weighted by how much the word says and divided by
 * what the whole question says, so that scores of different questions and different signals compare.
 */
final class RecipeQuery {
    /** Alternatives of one question; with the words' own clauses this stays below Lucene's 1024. */
    private static final int MOST_ALTERNATIVES = 150;

    /** A page pasted as a question has thousands; its first ones say what it is about. */
    private static final int MOST_BIGRAMS = 200;

    private final BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    private final QueryReading question;
    private final RankingSettings settings;
    private int alternatives;

    private RecipeQuery(QueryReading question, RankingSettings settings) {
        this.question = question;
        this.settings = settings;
    }

    static Query of(
            QueryReading question,
            RankingSettings settings,
            TermWeights terms,
            TermWeights readings,
            TermWeights bigrams,
            IndexSearcher searcher)
            throws IOException {
        var query = new RecipeQuery(question, settings);
        query.addTerms();
        query.addReadings(readings);
        query.addBigrams(bigrams);
        if (settings.uses(Signal.SYNONYM)) query.addSynonyms(terms, searcher);
        return query.clauses.build();
    }

    private void addTerms() {
        double whole = question.knownWeight();
        for (QueryWord word : question.words()) {
            if (!word.known()) continue;
            double share = QueryReading.weight(word) / whole;
            add(EntryFields.ALL, word.term(), share);
            add(EntryFields.TITLE, word.term(), settings.weight(Signal.TITLE) * share);
            add(EntryFields.TITLE_PRECISION, word.term(), settings.weight(Signal.TITLE_PRECISION));
        }
    }

    private void addReadings(TermWeights weights) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        question.words().forEach(word -> counts.merge(word.reading(), word.count(), Integer::sum));
        double whole = whole(counts, weights);
        counts.forEach((reading, count) -> {
            if (!weights.knows(reading)) return;
            double share = count * weights.of(reading) / whole;
            add(EntryFields.READING, reading, settings.weight(Signal.READING) * share);
            add(EntryFields.EXPANSION, reading, settings.weight(Signal.EXPANSION) * count / whole);
        });
    }

    private void addBigrams(TermWeights weights) {
        Map<String, Integer> counts = Bigrams.of(question.text()).stream()
                .filter(weights::knows)
                .limit(MOST_BIGRAMS)
                .collect(Collectors.toMap(bigram -> bigram, bigram -> 1, Integer::sum, LinkedHashMap::new));
        double whole = whole(counts, weights);
        counts.forEach((bigram, count) ->
                add(EntryFields.BIGRAM, bigram, settings.weight(Signal.BIGRAM) * count * weights.of(bigram) / whole));
    }

    private static double whole(Map<String, Integer> counts, TermWeights weights) {
        return counts.entrySet().stream()
                .filter(each -> weights.knows(each.getKey()))
                .mapToDouble(each -> each.getValue() * weights.of(each.getKey()))
                .sum();
    }

    private void add(String field, String term, double boost) {
        if (boost > 0) clauses.add(new BoostQuery(new TermQuery(new Term(field, term)), (float) boost), Occur.SHOULD);
    }

    /** For an entry that does not say all the span's words: the best of the span's other names. */
    private void addSynonyms(TermWeights weights, IndexSearcher searcher) throws IOException {
        for (Synonyms.Span span : question.synonyms()) {
            Map<Query, Double> weighted = new LinkedHashMap<>();
            for (List<String> alternative : span.alternatives()) {
                if (alternatives >= MOST_ALTERNATIVES) break;
                Query query = together(alternative);
                int entries = searcher.count(query);
                if (entries == 0) continue;
                alternatives++;
                weighted.put(query, weight(weights.ofFrequency(entries), span.terms(), weights));
            }
            if (!weighted.isEmpty()) clauses.add(unlessSaid(span.terms(), best(weighted)), Occur.SHOULD);
        }
    }

    /** Never more than what it stands for: a rare alternative must not beat the word that was said. */
    private double weight(double alternative, Collection<String> span, TermWeights weights) {
        double said =
                span.stream().filter(weights::knows).mapToDouble(weights::of).sum();
        return settings.weight(Signal.SYNONYM) * (said == 0 ? alternative : Math.min(alternative, said));
    }

    private Query best(Map<Query, Double> weighted) {
        double known = question.knownWeight();
        double strongest = weighted.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        double whole = known == 0 ? strongest : known;
        Set<Query> boosted = weighted.entrySet().stream()
                .map(each -> new BoostQuery(each.getKey(), (float) (each.getValue() / whole)))
                .collect(Collectors.toSet());
        return new DisjunctionMaxQuery(boosted, 0);
    }

    private static Query unlessSaid(List<String> span, Query query) {
        var said = new BooleanQuery.Builder();
        Set.copyOf(span).forEach(term -> said.add(new TermQuery(new Term(EntryFields.ALL, term)), Occur.MUST));
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(said.build(), Occur.MUST_NOT)
                .build();
    }

    private static Query together(List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(EntryFields.ALL, terms.getFirst()))
                : new PhraseQuery(EntryFields.ALL, terms.toArray(String[]::new));
    }
}
