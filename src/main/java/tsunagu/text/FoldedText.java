package tsunagu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Text folded by {@link Folding#name}, with the way back.
 *
 * @param source the text with width and case unified, from which boundaries can be judged
 * @param folded what names are compared with
 * @param positions for each UTF-16 unit of {@code folded}, where it stands in {@code source}
 */
public record FoldedText(String source, String folded, int[] positions) {

    public static FoldedText of(String text) {
        String source = Folding.width(text);
        var folded = new StringBuilder(source.length());
        int[] positions = new int[source.length()];
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (Folding.ignoredInNames(c)) continue;
            positions[folded.length()] = i;
            folded.append(KanjiVariants.plain(Folding.hiragana(c)));
        }
        return new FoldedText(source, folded.toString(), positions);
    }

    /** Kanji as Japanese writes them today, be they typed as of old or as in China; other characters as they are. */
    static String plainKanji(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) plain.setCharAt(i, KanjiVariants.plain(plain.charAt(i)));
        return plain.toString();
    }

    /** The words as they stand in {@link #source} between two places of {@link #folded}. */
    public String sourceBetween(int start, int end) {
        return start == end ? "" : source.substring(positions[start], positions[end - 1] + 1);
    }

    /** One character in its several forms: 沢, the old 澤 and the Chinese 泽. */
    private static final class KanjiVariants {
        private static final Map<Character, Character> PLAIN = read();

        private KanjiVariants() {}

        /** The form Japanese uses today; other characters as they are. */
        static char plain(char c) {
            return c < '㐀' ? c : PLAIN.getOrDefault(c, c);
        }

        private static Map<Character, Character> read() {
            try (InputStream file = FoldedText.class.getResourceAsStream("kanji-variants.txt")) {
                var plain = new HashMap<Character, Character>();
                new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> {
                            for (String group : line.split(" ")) {
                                for (int i = 1; i < group.length(); i++) plain.put(group.charAt(i), group.charAt(0));
                            }
                        });
                return Map.copyOf(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
