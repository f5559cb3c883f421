package tsunagu.tables;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would take for a formula get an apostrophe in front, which it hides; reading takes it off
 * again, so that a text comes back as it was.
 */
final class Formulas {
    private static final Pattern DANGEROUS = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n＝＋－＠].*");
    private static final Pattern NEUTRAL = Pattern.compile("(?s)'+[=+\\-@\\t\\r\\n＝＋－＠].*");

    private Formulas() {}

    static String neutral(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    static String original(String cell) {
        return NEUTRAL.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
