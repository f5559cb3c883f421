package tsunagu.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings spellings together that people do not tell apart: width (ﾀﾅｼ, ０１２), letter case, katakana and
 * hiragana, the many hyphens, small and large ヶ. Folded text is for comparing, never for showing;
 * what differs by a slip of the hand is compared here, too.
 */
public final class Folding {
    /** There even ー is a hyphen: 「１８８ー００１１」. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])ー(?=[0-9])");

    private Folding() {}

    /** Width, case and hyphens unified; kana scripts and spaces kept. Lone surrogates become U+FFFD. */
    public static String width(String text) {
        int[] characters = text.codePoints().map(Folding::wellFormed).toArray();
        String wellFormed = new String(characters, 0, characters.length);
        String composed = Normalizer.normalize(wellFormed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(composed.length());
        composed.codePoints().map(Folding::hyphen).forEach(folded::appendCodePoint);
        return BETWEEN_DIGITS.matcher(folded).replaceAll("-");
    }

    /**
     * {@link #width}, and besides: katakana as hiragana; no spaces, middle dots, full stops, control characters; kanji
     * as Japanese writes them today, be they typed as of old or as in China.
     */
    public static String name(String text) {
        return FoldedText.of(text).folded();
    }

    /** {@link #width}, and kanji as Japanese writes them today, be they typed as of old or as in China. */
    public static String kanji(String text) {
        return FoldedText.plainKanji(width(text));
    }

    static boolean ignoredInNames(char c) {
        return Character.isWhitespace(c) || Character.isISOControl(c) || c == '・' || c == '.';
    }

    /** Katakana as hiragana, ヶ as け; other characters as they are. */
    public static char hiragana(char c) {
        boolean katakana = c >= 'ァ' && c <= 'ヶ';
        char kana = katakana ? (char) (c - 'ァ' + 'ぁ') : c;
        return kana == 'ゖ' ? 'け' : kana;
    }

    /** The same for a whole text. */
    public static String hiragana(String text) {
        var hiragana = new StringBuilder(text);
        for (int i = 0; i < hiragana.length(); i++) hiragana.setCharAt(i, hiragana(hiragana.charAt(i)));
        return hiragana.toString();
    }

    private static int wellFormed(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c;
    }

    /** The hyphens, dashes and minus signs that phones offer; the long vowel ー is a letter and stays. */
    private static int hyphen(int c) {
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−', '─', '━' -> '-';
            default -> c;
        };
    }

    /** Whether one letter is wrong, missing, too many, or changed places with the next; false for the same word. */
    public static boolean isOneApart(String one, String other) {
        if (one.equals(other) || Math.abs(one.length() - other.length()) > 1) return false;
        Difference difference = Difference.between(one, other);
        String left = difference.left();
        String right = difference.right();
        if (left.length() <= 1 && right.length() <= 1) return true;
        return left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
    }

    /**
     * What differs between two words that begin and end alike.
     *
     * @param start so many characters are the same at the beginning
     * @param end so many at the end
     * @param left what the one has between them
     * @param right what the other has
     */
    public record Difference(int start, int end, String left, String right) {

        public static Difference between(String one, String other) {
            int start = 0;
            int shorter = Math.min(one.length(), other.length());
            while (start < shorter && one.charAt(start) == other.charAt(start)) start++;
            int end = 0;
            while (end < shorter - start && fromEnd(one, end) == fromEnd(other, end)) end++;
            return new Difference(
                    start, end, one.substring(start, one.length() - end), other.substring(start, other.length() - end));
        }

        private static char fromEnd(String word, int back) {
            return word.charAt(word.length() - 1 - back);
        }
    }
}
