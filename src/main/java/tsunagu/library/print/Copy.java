package tsunagu.library.print;

import java.util.List;

/**
 * The text of a file, as the parser of documents takes it: a line a paragraph, an item or a row of a table.
 *
 * @param title what the file seems to be called; may be empty
 * @param text lines parted by {@code \n}
 * @param pages the first line of each page, from 1; empty for a file without pages
 */
public record Copy(String title, String text, List<Integer> pages, List<LeftOut> leftOut) {
    public Copy {
        pages = List.copyOf(pages);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Something in the file that is in no text.
     *
     * @param page it stands on, from 1; 0 where the file has no pages
     * @param words of it, shortened; may be empty for a picture
     * @param reason in Japanese, for staff
     */
    public record LeftOut(int page, String words, String reason) {}
}
