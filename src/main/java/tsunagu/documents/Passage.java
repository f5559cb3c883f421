package tsunagu.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A piece of a document that can be found and quoted by itself.
 *
 * @param ordinal its number in the document, from 0
 * @param headings from the outer to the inner heading, without the document's title
 * @param firstLine first line of the file it covers, from 1
 * @param lastLine last line of the file it covers
 * @param quotable false where the document's print is garbled or speaker and words cannot be told apart
 * @param page of the original it begins on, from 1; empty where that has no pages
 */
public record Passage(
        SourceDocument document,
        int ordinal,
        List<String> headings,
        int firstLine,
        int lastLine,
        Body body,
        boolean quotable,
        OptionalInt page) {

    public Passage {
        headings = List.copyOf(headings);
    }

    /** Of a document without pages. */
    public Passage(
            SourceDocument document,
            int ordinal,
            List<String> headings,
            int firstLine,
            int lastLine,
            Body body,
            boolean quotable) {
        this(document, ordinal, headings, firstLine, lastLine, body, quotable, OptionalInt.empty());
    }

    /** Unique over all documents: {@code nishitokyo-report-2025#12}. */
    public String id() {
        return document.id() + "#" + ordinal;
    }

    /** 「地域協力ネットワークのあり方 / 地域協力ネットワークと学校区域」 */
    public String headingPath() {
        return String.join(" / ", headings);
    }

    /** Whether it stands below these headings, by itself or in a part of theirs. */
    public boolean isBelow(List<String> outer) {
        return headings.size() >= outer.size()
                && headings.subList(0, outer.size()).equals(outer);
    }

    /** The same with some rows of its table alone; the body must be a table that has them. */
    public Passage withRows(List<Integer> indexes) {
        Body some = switch (body) {
            case Body.Table(var header, var rows) ->
                new Body.Table(header, indexes.stream().map(rows::get).toList());
            case Body.Paragraph _, Body.Bullets _ -> throw new IllegalStateException(id() + " is no table");
        };
        return new Passage(document, ordinal, headings, firstLine, lastLine, some, quotable, page);
    }

    public Citation cite(String quote) {
        return new Citation(document, headings, quote, page);
    }

    /** Lines of this passage, some perhaps left out between them, as quotes of lines that follow each other. */
    public List<Citation> citeRuns(String lines) {
        if (lines.indexOf('\n') < 0) return List.of(cite(lines));
        var print = new Print(printed());
        var runs = new ArrayList<String>();
        for (String line : lines.split("\n")) {
            String longer = runs.isEmpty() ? line : runs.getLast() + "\n" + line;
            if (runs.isEmpty() || print.find(longer).isEmpty()) runs.add(line);
            else runs.set(runs.size() - 1, longer);
        }
        return runs.stream().map(this::cite).toList();
    }

    private String printed() {
        return switch (body) {
            case Body.Table table ->
                table.rows().stream().map(Body.Row::printed).collect(Collectors.joining("\n"));
            case Body.Paragraph _, Body.Bullets _ -> body.text();
        };
    }

    /** What a passage is made of. */
    public sealed interface Body {

        /** All words in reading order, lines parted by {@code \n}. */
        String text();

        /** Running text, with the line breaks of the page layout joined. */
        record Paragraph(String text) implements Body {}

        /** Items below one lead sentence, which may be empty. */
        record Bullets(String lead, List<String> items) implements Body {
            public Bullets {
                items = List.copyOf(items);
            }

            @Override
            public String text() {
                return (lead.isEmpty() ? "" : lead + "\n") + String.join("\n", items);
            }
        }

        /**
         * Cells by row; blank cells have inherited the cell above, save in the totals row.
         *
         * @param header empty where the document prints none
         */
        record Table(List<String> header, List<Row> rows) implements Body {
            public Table {
                header = List.copyOf(header);
                rows = List.copyOf(rows);
            }

            @Override
            public String text() {
                var lines = new java.util.ArrayList<String>();
                if (!header.isEmpty()) lines.add(String.join("\t", header));
                rows.forEach(row -> lines.add(String.join("\t", row.cells())));
                return String.join("\n", lines);
            }
        }

        /**
         * A row of a table.
         *
         * @param printed the line as the document prints it, for quoting
         * @param totals true for a row that sums the others up
         */
        record Row(List<String> cells, String printed, boolean totals) {
            public Row {
                cells = List.copyOf(cells);
            }
        }
    }
}
