package tsunagu.documents.layout;

import java.util.List;

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

    /** What it holds. */
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
