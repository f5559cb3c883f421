package tsunagu.documents.layout;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.documents.layout.Page.Line;

/** A document's blocks in reading order, and what of the page was left out of them. */
public record Layout(List<Block> blocks, List<Dropped> dropped) {
    public Layout {
        blocks = List.copyOf(blocks);
        dropped = List.copyOf(dropped);
    }

    /** @param title what the document is called: its print on the page is no content */
    public static Layout read(String title, String text) {
        Page page = Page.read(text);
        var ornaments = new Ornaments(title);
        List<Line> lines = ornaments.remove(Columns.unfold(page.lines()));
        var outline = new Outline(page, ornaments.chapters());
        List<Block> blocks = outline.blocks(Headings.mark(page, Joining.join(page, lines)));
        List<Dropped> dropped = Stream.concat(ornaments.dropped().stream(), outline.dropped().stream())
                .sorted(Comparator.comparingInt(Dropped::line))
                .toList();
        return new Layout(blocks, dropped);
    }

    /**
     * Something on the page that says nothing.
     *
     * @param line of the file, from 1
     * @param reason in Japanese
     */
    public record Dropped(int line, String text, String reason) {}

    /**
     * A stretch of a document under one heading path.
     *
     * @param headings from the outer to the inner one, without their numbers
     * @param firstLine of the file, from 1
     */
    public record Block(List<String> headings, int firstLine, int lastLine, Content content) {
        public Block {
            headings = List.copyOf(headings);
        }
    }

    /** What a block holds. */
    public sealed interface Content {}

    /** Running text; a line break only where the print means one, as in an address. */
    public record Text(String text) implements Content {}

    /** A list below its lead sentence, which may be empty. */
    public record Items(String lead, List<String> items) implements Content {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A table; the header is empty where none is printed. */
    public record Grid(List<String> header, List<GridRow> rows) implements Content {
        public Grid {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** A row as read and as printed; {@code totals} where it sums the rows above. */
    public record GridRow(List<String> cells, String printed, boolean totals) {
        public GridRow {
            cells = List.copyOf(cells);
        }
    }
}
