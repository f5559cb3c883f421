package tsunagu.documents.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The lines of a document and how it was set.
 *
 * @param marked headings bear markdown marks; then nothing else is a heading
 * @param laidOut lines keep their place on the page by indents, and an empty line below each means nothing
 * @param spaceEndsParagraph a line without a space at its end was broken by the page; word processors do so
 */
record Page(List<Line> lines, boolean marked, boolean laidOut, boolean spaceEndsParagraph) {
    /** Tabs stay: they part the cells of a table, the last of which may be empty. */
    private static final Pattern TRAILING_SPACES = Pattern.compile("[ 　]+$");

    static Page read(String text) {
        List<String> all = text.lines().toList();
        List<String> printed = all.stream().filter(line -> !line.isBlank()).toList();
        boolean marked = printed.stream().anyMatch(Marks::isMarkedHeading);
        boolean laidOut = !marked && share(printed, line -> line.startsWith(" ")) > 0.25;
        boolean spaceEndsParagraph = laidOut && share(printed, line -> line.endsWith(" ")) > 0.6;
        var lines = new ArrayList<Line>();
        int gap = 0;
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i);
            if (line.isBlank()) {
                gap++;
            } else {
                boolean hardBreak = marked && line.endsWith("  ");
                boolean brokenOff = spaceEndsParagraph && !line.endsWith(" ");
                lines.add(new Line(i + 1, TRAILING_SPACES.matcher(line).replaceFirst(""), gap, hardBreak, brokenOff));
                gap = 0;
            }
        }
        return new Page(lines, marked, laidOut, spaceEndsParagraph);
    }

    /** Whether no break of the page parts a line from the one above. */
    boolean isClose(Line line) {
        return line.gap() <= (laidOut ? 1 : 0);
    }

    private static double share(List<String> lines, Predicate<String> test) {
        return lines.isEmpty() ? 0 : (double) lines.stream().filter(test).count() / lines.size();
    }

    /**
     * A printed line that is not empty.
     *
     * @param number in the file, from 1
     * @param text with its indent, without trailing space
     * @param gap how many lines without words stand above it
     * @param hardBreak true where markdown asks for a line break at its end
     * @param brokenOff true where the page ended the line in the middle of its paragraph
     */
    record Line(int number, String text, int gap, boolean hardBreak, boolean brokenOff) {

        String words() {
            return text.strip();
        }

        /** Whether tabs part it into cells. */
        boolean isRow() {
            return text.indexOf('\t') >= 0;
        }

        int indent() {
            return text.length() - text.stripLeading().length();
        }

        /** Width in half-width columns, without the indent. */
        int width() {
            return Marks.width(words());
        }

        Line with(String otherText, int otherGap) {
            return new Line(number, otherText, otherGap, hardBreak, brokenOff);
        }
    }
}
