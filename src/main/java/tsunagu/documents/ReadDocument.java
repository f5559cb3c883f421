package tsunagu.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tsunagu.documents.layout.Layout;

/** A document with its text taken apart into passages. */
record ReadDocument(
        SourceDocument document,
        String text,
        NavigableMap<Integer, Integer> pages,
        List<Passage> passages,
        List<DocumentLibrary.Dropped> dropped) {

    static ReadDocument read(SourceDocument document, String text, List<Manifest.Withheld> withheld) {
        return read(new DocumentLibrary.Print(document, text, List.of()), withheld);
    }

    /** A document of another room's. */
    static ReadDocument read(DocumentLibrary.Print print) {
        return read(print, List.of());
    }

    private static ReadDocument read(DocumentLibrary.Print print, List<Manifest.Withheld> withheld) {
        SourceDocument document = print.document();
        Layout layout = Layout.read(document.title(), print.text());
        // By the first line of each page, its number.
        var pages = new TreeMap<Integer, Integer>();
        for (int i = 0; i < print.pages().size(); i++) pages.put(print.pages().get(i), i + 1);
        var passages = new ArrayList<Passage>();
        for (Layout.Block block : layout.blocks())
            passages.add(passage(document, block, pageAt(pages, block.firstLine())));
        List<DocumentLibrary.Dropped> dropped = layout.dropped().stream()
                .map(piece -> new DocumentLibrary.Dropped(piece.line(), piece.text(), piece.reason()))
                .toList();
        return new ReadDocument(
                document, print.text(), pages, Withholding.apply(document, passages, withheld), dropped);
    }

    boolean isOf(DocumentLibrary.Print print) {
        return document.equals(print.document())
                && text.equals(print.text())
                && List.copyOf(pages.keySet()).equals(print.pages());
    }

    Optional<Citation> findQuote(String quote) {
        return findInPassages(quote).or(() -> findInHeadings(quote)).or(() -> findInFile(quote));
    }

    private Optional<Citation> findInPassages(String quote) {
        for (boolean quotable : List.of(true, false)) {
            for (Passage passage : passages) {
                if (passage.quotable() != quotable) continue;
                Optional<String> printed = findPrinted(passage.body().text(), quote);
                if (printed.isPresent()) return printed.map(passage::cite);
            }
        }
        return Optional.empty();
    }

    private Optional<Citation> findInHeadings(String quote) {
        for (Passage passage : passages) {
            List<String> headings = passage.headings();
            for (int depth = 0; depth < headings.size(); depth++) {
                Optional<String> printed = findPrinted(headings.get(depth), quote);
                List<String> path = headings.subList(0, depth + 1);
                if (printed.isPresent()) {
                    return printed.map(words -> new Citation(document, path, words, passage.page()));
                }
            }
        }
        return Optional.empty();
    }

    /** Words that only the page as a whole prints together: a title, or what stands on both sides of a cut. */
    private Optional<Citation> findInFile(String quote) {
        return new Print(text).find(quote).map(range -> {
            int line = 1
                    + (int) text.substring(0, range.from())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            String quoted = shown(text.substring(range.from(), range.to()));
            return new Citation(document, headingsAt(line), quoted, pageAt(pages, line));
        });
    }

    private List<String> headingsAt(int line) {
        return passages.stream()
                .filter(passage -> passage.firstLine() <= line)
                .reduce((earlier, later) -> later.firstLine() >= earlier.firstLine() ? later : earlier)
                .map(Passage::headings)
                .orElse(List.of());
    }

    private static Optional<String> findPrinted(String text, String quote) {
        return new Print(text).find(quote).map(range -> shown(text.substring(range.from(), range.to())));
    }

    /** Tabs and line breaks belong to the page, not to the words. */
    private static String shown(String printed) {
        return printed.replaceAll("\\s+", " ").replace("**", "").strip();
    }

    private static OptionalInt pageAt(NavigableMap<Integer, Integer> pages, int line) {
        var page = pages.floorEntry(line);
        return page == null ? OptionalInt.empty() : OptionalInt.of(page.getValue());
    }

    private static Passage passage(SourceDocument document, Layout.Block block, OptionalInt page) {
        return new Passage(document, 0, block.headings(), block.firstLine(), block.lastLine(), body(block), true, page);
    }

    private static Passage.Body body(Layout.Block block) {
        return switch (block.content()) {
            case Layout.Text text -> new Passage.Body.Paragraph(text.text());
            case Layout.Items items -> new Passage.Body.Bullets(items.lead(), items.items());
            case Layout.Grid grid ->
                new Passage.Body.Table(
                        grid.header(),
                        grid.rows().stream()
                                .map(row -> new Passage.Body.Row(row.cells(), row.printed(), row.totals()))
                                .toList());
        };
    }
}
