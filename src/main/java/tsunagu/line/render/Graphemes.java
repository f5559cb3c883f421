package tsunagu.line.render;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/** Shortens text between what a reader takes for characters: no half emoji, no lost accent. */
public final class Graphemes {
    private static final String ELLIPSIS = "…";

    private Graphemes() {}

    /** The longest beginning of at most {@code maxUnits} UTF-16 units. */
    public static String cutUnits(String text, int maxUnits) {
        if (text.length() <= maxUnits) return text;
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.isBoundary(maxUnits) ? maxUnits : characters.preceding(maxUnits);
        if (end > 0) return text.substring(0, end);
        // One character longer than the limit: a letter under a tower of accents.
        int whole = Character.isLowSurrogate(text.charAt(maxUnits)) ? maxUnits - 1 : maxUnits;
        return text.substring(0, whole);
    }

    /** At most {@code maxUnits} UTF-16 units; cut text ends with a whole sentence, if one ends late enough, and 「…」. */
    static String cutSentences(String text, int maxUnits) {
        if (text.length() <= maxUnits) return text;
        String beginning = cutUnits(text, maxUnits - ELLIPSIS.length());
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.JAPANESE);
        sentences.setText(text);
        int end = sentences.preceding(beginning.length() + 1);
        String kept = end > maxUnits / 2 ? text.substring(0, end) : beginning;
        return kept.stripTrailing() + ELLIPSIS;
    }

    /** At most {@code max} characters as a reader counts them. */
    static String cut(String text, int max) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.next(max);
        return end == BreakIterator.DONE ? text : text.substring(0, end);
    }

    /** As {@link #cut}, with 「…」 as the last character of what was too long. */
    static String cutLabel(String text, int max) {
        return cut(text, max).length() == text.length()
                ? text
                : cut(text, max - 1).stripTrailing() + ELLIPSIS;
    }

    /** Half characters, which no JSON can carry, become question marks. */
    static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
