package tsunagu.knowledge.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.index.entries.WordCounts;
import tsunagu.knowledge.index.words.Bigrams;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.TermWeights;

/**
 * What a question is searched by, for any engine: every signal is a clause that may match, weighted by how much the
 * word says and divided by what the whole question says, so that scores of different questions and different signals
 * compare. A score is the sum of the clauses that match.
 */
public record Recipe(List<Term> terms, List<OtherNames> otherNames) {
    /** Alternatives of one question; with the words' own clauses this stays below Lucene's 1024. */
    private static final int MOST_ALTERNATIVES = 150;

    /** A page pasted as a question has thousands; its first ones say what it is about. */
    private static final int MOST_BIGRAMS = 200;

    public Recipe {
        terms = List.copyOf(terms);
        otherNames = List.copyOf(otherNames);
    }

    /** What an entry is searched by. */
    public enum Field {
        /** All words in their order. */
        ALL("all"),
        TITLE("title"),
        /** Words of the title, each with its share of the title. */
        TITLE_PRECISION("title-precision"),
        READING("reading"),
        BIGRAM("bigram"),
        /** Words the entry's words stand for, each with how much it does. */
        EXPANSION("expansion");

        private final String key;

        Field(String key) {
            this.key = key;
        }

        /** The field's name in an index. */
        public String key() {
            return key;
        }
    }

    /** A term in a field, and what finding it counts. */
    public record Term(Field field, String term, double boost) {}

    /** For an entry that does not say all of {@code said}: the best of the names counts. */
    public record OtherNames(List<String> said, List<Name> names) {}

    /** Words that follow each other among all words of an entry. */
    public record Name(List<String> terms, double boost) {}

    /** @param entriesWith in how many entries these several words follow each other */
    public static Recipe of(
            QueryReading question,
            RankingSettings settings,
            WordCounts counts,
            ToIntFunction<List<String>> entriesWith) {
        var cooking = new Cooking(question, settings, counts, entriesWith);
        cooking.addTerms();
        cooking.addReadings(counts.readings());
        cooking.addBigrams(counts.bigrams());
        if (settings.uses(Signal.SYNONYM)) cooking.addSynonyms();
        return new Recipe(cooking.terms, cooking.otherNames);
    }

    private static final class Cooking {
        private final List<Term> terms = new ArrayList<>();
        private final List<OtherNames> otherNames = new ArrayList<>();
        private final QueryReading question;
        private final RankingSettings settings;
        private final TermWeights weights;
        private final ToIntFunction<List<String>> entriesWith;
        /** A name said again and again is counted once: to count it is a search. */
        private final Map<List<String>, Integer> counted = new HashMap<>();

        private int alternatives;

        private Cooking(
                QueryReading question,
                RankingSettings settings,
                WordCounts counts,
                ToIntFunction<List<String>> entriesWith) {
            this.question = question;
            this.settings = settings;
            this.weights = counts.terms();
            this.entriesWith = entriesWith;
        }

        private void addTerms() {
            double whole = question.knownWeight();
            for (QueryWord word : question.words()) {
                if (!word.known()) continue;
                double share = QueryReading.weight(word) / whole;
                add(Field.ALL, word.term(), share);
                add(Field.TITLE, word.term(), settings.weight(Signal.TITLE) * share);
                add(Field.TITLE_PRECISION, word.term(), settings.weight(Signal.TITLE_PRECISION));
            }
        }

        private void addReadings(TermWeights readings) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            question.words().forEach(word -> counts.merge(word.reading(), word.count(), Integer::sum));
            double whole = whole(counts, readings);
            counts.forEach((reading, count) -> {
                if (!readings.knows(reading)) return;
                double share = count * readings.of(reading) / whole;
                add(Field.READING, reading, settings.weight(Signal.READING) * share);
                add(Field.EXPANSION, reading, settings.weight(Signal.EXPANSION) * count / whole);
            });
        }

        private void addBigrams(TermWeights bigrams) {
            Map<String, Integer> counts = Bigrams.of(question.text()).stream()
                    .filter(bigrams::knows)
                    .limit(MOST_BIGRAMS)
                    .collect(Collectors.toMap(bigram -> bigram, _ -> 1, Integer::sum, LinkedHashMap::new));
            double whole = whole(counts, bigrams);
            counts.forEach((bigram, count) ->
                    add(Field.BIGRAM, bigram, settings.weight(Signal.BIGRAM) * count * bigrams.of(bigram) / whole));
        }

        private static double whole(Map<String, Integer> counts, TermWeights weights) {
            return counts.entrySet().stream()
                    .filter(each -> weights.knows(each.getKey()))
                    .mapToDouble(each -> each.getValue() * weights.of(each.getKey()))
                    .sum();
        }

        private void add(Field field, String term, double boost) {
            if (boost > 0) terms.add(new Term(field, term, boost));
        }

        /** For an entry that does not say all the span's words: the best of the span's other names. */
        private void addSynonyms() {
            for (Synonyms.Span span : question.synonyms()) {
                Map<List<String>, Double> weighted = new LinkedHashMap<>();
                for (List<String> name : span.alternatives()) {
                    if (alternatives >= MOST_ALTERNATIVES) break;
                    int entries = name.size() == 1
                            ? weights.count(name.getFirst())
                            : counted.computeIfAbsent(name, entriesWith::applyAsInt);
                    if (entries == 0) continue;
                    alternatives++;
                    weighted.put(name, weight(weights.ofFrequency(entries), span.terms()));
                }
                if (!weighted.isEmpty()) otherNames.add(new OtherNames(span.terms(), names(weighted)));
            }
        }

        /** Never more than what it stands for: a rare alternative must not beat the word that was said. */
        private double weight(double alternative, Collection<String> span) {
            double said = span.stream()
                    .filter(weights::knows)
                    .mapToDouble(weights::of)
                    .sum();
            return settings.weight(Signal.SYNONYM) * (said == 0 ? alternative : Math.min(alternative, said));
        }

        private List<Name> names(Map<List<String>, Double> weighted) {
            double known = question.knownWeight();
            double strongest = weighted.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElseThrow();
            double whole = known == 0 ? strongest : known;
            return weighted.entrySet().stream()
                    .map(each -> new Name(each.getKey(), each.getValue() / whole))
                    .toList();
        }
    }
}
