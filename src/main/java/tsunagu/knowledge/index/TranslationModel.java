package tsunagu.knowledge.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which title words go with which words of the text, learnt from the entries as IBM model 1 learns a translation
 * (Brown et al. 1993; for questions and answers Berger and Lafferty 1999). An entry is then also found by title words
 * of entries like it. Without the empty word of the original, which made no difference.
 */
final class TranslationModel {
    private static final int ROUNDS = 5;
    private static final double LEAST_PROBABILITY = 1e-4;
    /** A word repeated in a text is no more evidence than one said twice. */
    private static final int MOST_REPEATS = 2;
    /** Each entry keeps this many words; 100 do about as well, all do not better. */
    private static final int LONGEST_EXPANSION = 300;

    private static final double BACKGROUND_SHARE = 0.5;

    /** By text word, the probability of each title word. */
    private final Map<String, Map<String, Double>> translations;

    private final Map<String, Integer> counts = new HashMap<>();
    private long total;

    private TranslationModel(Map<String, Map<String, Double>> translations, List<EntryWords> entries) {
        this.translations = translations;
        for (EntryWords entry : entries) {
            List<String> readings = entry.readings();
            readings.forEach(reading -> counts.merge(reading, 1, Integer::sum));
            total += readings.size();
        }
    }

    static TranslationModel learn(List<EntryWords> entries) {
        List<Pair> pairs = entries.stream().map(Pair::of).toList();
        Map<String, Map<String, Double>> translations = uniform(pairs);
        for (int round = 0; round < ROUNDS; round++) translations = improve(translations, pairs);
        return new TranslationModel(translations, entries);
    }

    /** One entry to learn from: words of the text with their counts, and the words of its title. */
    private record Pair(Map<String, Integer> text, List<String> title) {
        static Pair of(EntryWords entry) {
            Map<String, Integer> text = new LinkedHashMap<>();
            entry.text().forEach(word -> text.merge(word.reading(), 1, (a, b) -> Math.min(MOST_REPEATS, a + b)));
            var title = new LinkedHashSet<String>();
            entry.title().forEach(word -> title.add(word.reading()));
            return new Pair(text, new ArrayList<>(title));
        }
    }

    private static Map<String, Map<String, Double>> uniform(List<Pair> pairs) {
        Map<String, Map<String, Double>> seen = new HashMap<>();
        for (Pair pair : pairs) {
            for (String said : pair.text.keySet()) {
                Map<String, Double> of = seen.computeIfAbsent(said, key -> new HashMap<>());
                pair.title.forEach(meant -> of.put(meant, 1.0));
            }
        }
        seen.values().forEach(TranslationModel::normalise);
        return seen;
    }

    private static Map<String, Map<String, Double>> improve(
            Map<String, Map<String, Double>> translations, List<Pair> pairs) {
        Map<String, Map<String, Double>> expected = new HashMap<>();
        for (Pair pair : pairs) {
            for (String meant : pair.title) {
                double whole = 0;
                for (var said : pair.text.entrySet()) {
                    whole += said.getValue() * probability(translations, said.getKey(), meant);
                }
                if (whole == 0) continue;
                for (var said : pair.text.entrySet()) {
                    double share = said.getValue() * probability(translations, said.getKey(), meant) / whole;
                    if (share > 0) {
                        expected.computeIfAbsent(said.getKey(), key -> new HashMap<>())
                                .merge(meant, share, Double::sum);
                    }
                }
            }
        }
        expected.values().forEach(TranslationModel::normalise);
        return expected;
    }

    private static double probability(Map<String, Map<String, Double>> translations, String said, String meant) {
        return translations.getOrDefault(said, Map.of()).getOrDefault(meant, 0.0);
    }

    private static void normalise(Map<String, Double> of) {
        double whole = of.values().stream().mapToDouble(Double::doubleValue).sum();
        of.replaceAll((meant, value) -> value / whole);
        of.values().removeIf(value -> value < LEAST_PROBABILITY);
    }

    /** The words an entry's words stand for, each with how much more than by chance, largest first. */
    Map<String, Double> expansion(EntryWords entry) {
        List<String> readings = entry.readings();
        Map<String, Double> likely = new HashMap<>();
        for (String said : readings) {
            translations
                    .getOrDefault(said, Map.of())
                    .forEach((meant, value) -> likely.merge(meant, value / readings.size(), Double::sum));
        }
        return likely.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), impact(each.getKey(), each.getValue())))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LONGEST_EXPANSION)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private double impact(String meant, double likely) {
        double byChance = (counts.getOrDefault(meant, 0) + 0.5) / total;
        return Math.log(1 + likely / (BACKGROUND_SHARE * byChance));
    }
}
