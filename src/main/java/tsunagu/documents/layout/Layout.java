package tsunagu.documents.layout;

import java.util.ArrayList;
import java.util.List;
import tsunagu.documents.layout.Page.Line;

/** A document's blocks in reading order, and what of the page was left out of them. */
public record Layout(List<Block> blocks, List<Dropped> dropped) {
    public Layout {
        blocks = List.copyOf(blocks);
        dropped = List.copyOf(dropped);
    }

    /**
     * Something on the page that says nothing.
     *
     * @param line of the file, from 1
     * @param reason in Japanese
     */
    public record Dropped(int line, String text, String reason) {}

    /** @param title what the document is called: its print on the page is no content */
    public static Layout read(String title, String text) {
        var dropped = new ArrayList<Dropped>();
        Page page = Page.read(text);
        List<Line> lines = new Ornaments(title, dropped).remove(Columns.unfold(page.lines()));
        List<Piece> pieces = Headings.mark(page, Joining.join(page, lines));
        List<Block> blocks = new Outline(page, dropped).blocks(pieces);
        return new Layout(blocks, dropped);
    }
}
