package tsunagu.documents.layout;

import java.util.List;

/**
 * Lines that belong together, joined.
 *
 * @param level of a heading: the number of its marks, or what its number looks like ({@link Marks#rank})
 * @param text the words; of a FIGURE its name, which may be empty
 * @param parts of LINES and FIGURE
 * @param gap how many lines without words stand above it
 */
record Piece(Kind kind, int level, String text, List<String> parts, int firstLine, int lastLine, int gap) {

    enum Kind {
        /** Marked as a heading, or found to be one. */
        HEADING,
        /** Bears a number like a heading. */
        NUMBERED,
        /** An item of a list. */
        ITEM,
        /** ※ */
        NOTE,
        /** Cells parted by tabs. */
        ROW,
        /** Names of a table's columns that stand on lines of their own. */
        COLUMN_NAMES,
        /** Who published, where, telephone. */
        IMPRINT,
        /** At least a sentence. */
        PROSE,
        /** Words that are no sentence: a heading, a caption, a word of a figure. */
        SHORT,
        /** Lines whose breaks are meant. */
        LINES,
        /** Words of a figure, in the order of the page, which may not be that of the figure. */
        FIGURE
    }

    Piece {
        parts = List.copyOf(parts);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    Piece as(Kind other, int otherLevel, String otherText) {
        return new Piece(other, otherLevel, otherText, parts, firstLine, lastLine, gap);
    }
}
