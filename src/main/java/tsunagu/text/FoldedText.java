package tsunagu.text;

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
            folded.append(Folding.hiragana(c));
        }
        return new FoldedText(source, folded.toString(), positions);
    }

    /** The words as they stand in {@link #source} between two places of {@link #folded}. */
    public String sourceBetween(int start, int end) {
        return start == end ? "" : source.substring(positions[start], positions[end - 1] + 1);
    }
}
