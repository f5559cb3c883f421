package tsunagu.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings spellings together that people do not tell apart: width (ﾀﾅｼ, ０１２), letter case, katakana and
 * hiragana, the many hyphens, small and large ヶ. Folded text is for comparing, never for showing.
 */
public final class Folding {
    private Folding() {}

    /** Width, case and hyphens unified; kana scripts and spaces kept. */
    public static String width(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(composed.length());
        composed.codePoints().map(Folding::hyphen).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** {@link #width} and besides: katakana as hiragana, and no spaces, middle dots or control characters. */
    public static String name(String text) {
        var folded = new StringBuilder(text.length());
        width(text)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c) && c != '・' && c != '.')
                .map(Folding::hiragana)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int hiragana(int c) {
        boolean katakana = c >= 'ァ' && c <= 'ヶ';
        int kana = katakana ? c - 'ァ' + 'ぁ' : c;
        return kana == 'ゖ' ? 'け' : kana;
    }

    /** The hyphens, dashes and minus signs that phones offer; the long vowel ー is a letter and stays. */
    private static int hyphen(int c) {
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−', '─', '━' -> '-';
            default -> c;
        };
    }
}
