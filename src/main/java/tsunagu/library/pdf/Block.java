package tsunagu.library.pdf;

import java.util.List;

/**
 * A paragraph, an item of a list, or a table.
 *
 * @param rows of a table, empty for words
 * @param size of its letters
 * @param open whether its last line fills the column, so that it may go on in the next
 * @param indented whether its first line is set in, as the first line of a paragraph is
 */
record Block(
        int page, String text, List<List<String>> rows, double size, boolean bold, boolean open, boolean indented) {

    static Block table(int page, List<List<String>> rows, double size) {
        return new Block(page, "", rows, size, false, false, false);
    }

    boolean isTable() {
        return !rows.isEmpty();
    }

    Block with(Block next) {
        var joined = new StringBuilder(text);
        Paragraphs.append(joined, next.text);
        return new Block(page, joined.toString(), rows, size, bold, next.open, indented);
    }
}
