package tsunagu.knowledge.index.entries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which title words go with which words of the text, learnt from the entries as IBM model 1 learns a translation
 * (Brown et al. 1993; for questions and answers Berger and Lafferty 1999). An entry is then also found by title words
 * of entries like it. Without the empty word of the original, which made no difference.
 *
 * <p>In arrays, as maps of words took several times as long: each pair of a text word and a title word that met in an
 * entry is a cell, with its probability, and each entry a row of cells.
 */
public final class TranslationModel {
    private static final int ROUNDS = 5;
    private static final double LEAST_PROBABILITY = 1e-4;
    /** A word repeated in a text is no more evidence than one said twice. */
    private static final int MOST_REPEATS = 2;
    /** Each entry keeps this many words; 100 do about as well, all do not better. */
    private static final int LONGEST_EXPANSION = 300;

    private static final double BACKGROUND_SHARE = 0.5;
    private static final Comparator<Likely> BEST_LAST =
            Comparator.comparingDouble(Likely::impact).thenComparing(Likely::word, Comparator.reverseOrder());

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final int[] counts;
    private long total;

    /** Of each cell the title word and its probability; those of text word {@code b} from {@code starts[b]} on. */
    private final int[] meant;

    private final double[] probability;
    private final int[] starts;
    private final double[] likely;

    private TranslationModel(List<EntryWords> entries) {
        List<Row> rows = entries.stream().map(this::row).toList();
        counts = new int[words.size()];
        for (EntryWords entry : entries) {
            for (String reading : entry.readings()) counts[numbers.get(reading)]++;
            total += entry.length();
        }
        var cells = new Cells(rows, words.size());
        starts = cells.starts;
        meant = cells.meant;
        probability = new double[meant.length];
        likely = new double[words.size()];
        learn(rows.stream().map(row -> cells.of(row)).toList(), rows);
    }

    /** Learns from the entries; from none it learns nothing. */
    public static TranslationModel learn(List<EntryWords> entries) {
        return new TranslationModel(entries);
    }

    /** One entry to learn from: words of the text with how often they count, and the words of its title. */
    private record Row(int[] text, int[] repeats, int[] title) {}

    private Row row(EntryWords entry) {
        Map<Integer, Integer> text = new LinkedHashMap<>();
        entry.readings().forEach(this::number);
        entry.text().forEach(word -> text.merge(number(word.reading()), 1, (a, b) -> Math.min(MOST_REPEATS, a + b)));
        var title = new LinkedHashSet<Integer>();
        entry.title().forEach(word -> title.add(number(word.reading())));
        return new Row(ints(text.keySet()), ints(text.values()), ints(title));
    }

    private int number(String word) {
        Integer known = numbers.putIfAbsent(word, words.size());
        if (known != null) return known;
        words.add(word);
        return words.size() - 1;
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All pairs that ever met, in order of text word and title word. */
    private static final class Cells {
        private final int[] starts;
        private final int[] meant;

        Cells(List<Row> rows, int words) {
            long[] pairs = rows.stream()
                    .flatMapToLong(row -> Arrays.stream(row.text)
                            .mapToLong(said -> (long) said << Integer.SIZE)
                            .flatMap(said -> Arrays.stream(row.title).mapToLong(title -> said | title)))
                    .toArray();
            Arrays.parallelSort(pairs);
            int size = 0;
            for (int i = 0; i < pairs.length; i++) {
                if (i == 0 || pairs[i] != pairs[i - 1]) pairs[size++] = pairs[i];
            }
            meant = new int[size];
            starts = new int[words + 1];
            for (int i = 0; i < size; i++) {
                meant[i] = (int) pairs[i];
                starts[(int) (pairs[i] >>> Integer.SIZE) + 1]++;
            }
            for (int i = 0; i < words; i++) starts[i + 1] += starts[i];
        }

        /** The cells of a row, all title words of its first text word first. */
        int[] of(Row row) {
            int[] cells = new int[row.text.length * row.title.length];
            int at = 0;
            for (int said : row.text) {
                for (int title : row.title) {
                    cells[at++] = Arrays.binarySearch(meant, starts[said], starts[said + 1], title);
                }
            }
            return cells;
        }
    }

    private void learn(List<int[]> cellsOfRows, List<Row> rows) {
        Arrays.fill(probability, 1);
        normalise(probability);
        for (int round = 0; round < ROUNDS; round++) {
            double[] expected = new double[probability.length];
            for (int i = 0; i < rows.size(); i++) expect(rows.get(i), cellsOfRows.get(i), expected);
            normalise(expected);
            System.arraycopy(expected, 0, probability, 0, expected.length);
        }
    }

    private void expect(Row row, int[] cells, double[] expected) {
        int width = row.title.length;
        for (int title = 0; title < width; title++) {
            double whole = 0;
            for (int said = 0; said < row.text.length; said++) {
                whole += row.repeats[said] * probability[cells[said * width + title]];
            }
            if (whole == 0) continue;
            for (int said = 0; said < row.text.length; said++) {
                int cell = cells[said * width + title];
                expected[cell] += row.repeats[said] * probability[cell] / whole;
            }
        }
    }

    /** So that the title words of each text word come to 1; what is hardly ever meant is dropped. */
    private void normalise(double[] values) {
        for (int said = 0; said + 1 < starts.length; said++) {
            double whole = 0;
            for (int cell = starts[said]; cell < starts[said + 1]; cell++) whole += values[cell];
            for (int cell = starts[said]; cell < starts[said + 1] && whole > 0; cell++) {
                double share = values[cell] / whole;
                values[cell] = share < LEAST_PROBABILITY ? 0 : share;
            }
        }
    }

    private record Likely(String word, double impact) {}

    /** The words an entry's words stand for, each with how much more than by chance, largest first. Not for threads. */
    public Map<String, Double> expansion(EntryWords entry) {
        int[] touched = new int[16];
        int size = 0;
        for (String reading : entry.readings()) {
            int said = numbers.getOrDefault(reading, -1);
            for (int cell = said < 0 ? 0 : starts[said]; said >= 0 && cell < starts[said + 1]; cell++) {
                if (probability[cell] == 0) continue;
                if (likely[meant[cell]] == 0) {
                    if (size == touched.length) touched = Arrays.copyOf(touched, 2 * size);
                    touched[size++] = meant[cell];
                }
                likely[meant[cell]] += probability[cell] / entry.length();
            }
        }
        var best = new PriorityQueue<Likely>(LONGEST_EXPANSION + 1, BEST_LAST);
        for (int i = 0; i < size; i++) {
            best.add(new Likely(words.get(touched[i]), impact(touched[i])));
            if (best.size() > LONGEST_EXPANSION) best.remove();
            likely[touched[i]] = 0;
        }
        var expansion = new LinkedHashMap<String, Double>();
        best.stream().sorted(BEST_LAST.reversed()).forEach(each -> expansion.put(each.word(), each.impact()));
        return expansion;
    }

    private double impact(int word) {
        double byChance = (counts[word] + 0.5) / total;
        return Math.log(1 + likely[word] / (BACKGROUND_SHARE * byChance));
    }
}
