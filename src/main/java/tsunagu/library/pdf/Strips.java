package tsunagu.library.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tsunagu.library.scan.Letter;

/** Letters into strips: what stands on one line without a wide gap. */
final class Strips {
    /** In ems: wider gaps part columns and cells. */
    private static final double GAP = 1.6;

    private static final double SAME_LINE = 0.45;
    private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺー・ ]+");
    private static final double RUBY = 0.62;

    private Strips() {}

    /** Line by line from the top, each from the left. */
    static List<Strip> of(List<Letter> letters) {
        List<Letter> sorted =
                letters.stream().sorted(Comparator.comparingDouble(Letter::y)).toList();
        var strips = new ArrayList<Strip>();
        var line = new ArrayList<Letter>();
        for (Letter letter : sorted) {
            if (!line.isEmpty()
                    && letter.y() - line.getFirst().y()
                            > SAME_LINE
                                    * Math.min(letter.size(), line.getFirst().size())) {
                cut(line, strips);
                line.clear();
            }
            line.add(letter);
        }
        if (!line.isEmpty()) cut(line, strips);
        return strips;
    }

    private static void cut(List<Letter> line, List<Strip> strips) {
        List<Letter> sorted =
                line.stream().sorted(Comparator.comparingDouble(Letter::x)).toList();
        var strip = new ArrayList<Letter>();
        var blanks = new ArrayList<Letter>();
        for (Letter letter : sorted) {
            if (letter.isBlank()) {
                blanks.add(letter);
                continue;
            }
            if (!strip.isEmpty()
                    && letter.x() - strip.getLast().right()
                            > GAP * Math.max(letter.size(), strip.getLast().size())) {
                strips.add(Strip.of(strip));
                strip.clear();
            }
            if (!strip.isEmpty()) strip.addAll(blanks);
            blanks.clear();
            strip.add(letter);
        }
        if (!strip.isEmpty()) strips.add(Strip.of(strip));
    }

    /** The size most letters have, to half a point. */
    static double bodySize(List<Strip> strips) {
        Map<Double, Integer> letters = new HashMap<>();
        for (Strip strip : strips) {
            if (!strip.isTable())
                letters.merge(Math.round(strip.size() * 2) / 2.0, strip.text().length(), Integer::sum);
        }
        return letters.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(10.0);
    }

    /** Without the kana above kanji. */
    static List<Strip> withoutRuby(List<Strip> strips, double bodySize, BiConsumer<String, String> leftOut) {
        var ruby = new StringBuilder();
        var kept = new ArrayList<Strip>();
        for (Strip strip : strips) {
            boolean small = strip.size() <= RUBY * bodySize;
            if (!strip.isTable() && small && KANA.matcher(strip.text()).matches()) {
                ruby.append(ruby.isEmpty() ? "" : " ").append(strip.text());
            } else {
                kept.add(strip);
            }
        }
        if (!ruby.isEmpty()) leftOut.accept(ruby.toString(), "ふりがな");
        return kept;
    }
}
