package tsunagu.documents;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A printed text that can be searched without regard to its layout: white space, line breaks, markdown marks and the
 * width of characters. Remembers where each character stood, so that what is found can be shown as printed.
 */
final class Print {
    private final String text;
    private final StringBuilder folded = new StringBuilder();
    private int[] starts = new int[64];

    Print(String text) {
        this.text = text;
        int start = 0;
        while (start < text.length()) {
            int end = endOfCharacter(start);
            char character = text.charAt(start);
            if (end == start + 1 && isAsItIs(character)) {
                append(start, character);
            } else {
                for (char c : normalized(text.substring(start, end)).toCharArray()) append(start, c);
            }
            start = end;
        }
    }

    /** From (inclusive) and to (exclusive) in the text as printed. */
    record Range(int from, int to) {}

    /** What is left of a text without its layout; equal for texts that differ in layout only. */
    static String fold(String text) {
        return new Print(text).folded.toString();
    }

    /** The first place of the words; empty for words that are layout only. */
    Optional<Range> find(String words) {
        String wanted = fold(words);
        int at = folded.indexOf(wanted);
        if (wanted.isEmpty() || at < 0) return Optional.empty();
        int last = starts[at + wanted.length() - 1];
        return Optional.of(new Range(starts[at], endOfCharacter(last)));
    }

    private static String normalized(String character) {
        var kept = new StringBuilder();
        Normalizer.normalize(character, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !isLayout(c))
                .map(c -> c == '〜' ? '~' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Nearly all of a Japanese text: what NFKC leaves alone, and is no layout. Asking it took most of a start. */
    private static boolean isAsItIs(char c) {
        return c >= 'ぁ' && c <= 'ゖ' || c >= 'ァ' && c <= 'ヺ' || c >= '一' && c <= '鿿' || c >= '0' && c <= '9';
    }

    private void append(int start, char character) {
        if (folded.length() == starts.length) starts = Arrays.copyOf(starts, starts.length * 2);
        starts[folded.length()] = start;
        folded.append(character);
    }

    /** A character and the marks that combine with it: ﾊﾞ is written as two. */
    private int endOfCharacter(int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && combines(text.charAt(end))) end++;
        return end;
    }

    private static boolean combines(char c) {
        return c == 'ﾞ' || c == 'ﾟ' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isLayout(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == '*'
                || c == '#';
    }
}
