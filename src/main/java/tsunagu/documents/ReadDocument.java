package tsunagu.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.documents.layout.Layout;

/** A document with its text taken apart into passages. */
record ReadDocument(
        SourceDocument document, String text, List<Passage> passages, List<DocumentLibrary.Dropped> dropped) {

    static ReadDocument read(SourceDocument document, String text, List<Manifest.Withheld> withheld) {
        Layout layout = Layout.read(document.title(), text);
        var passages = new ArrayList<Passage>();
        for (Layout.Block block : layout.blocks()) passages.add(passage(document, block));
        List<DocumentLibrary.Dropped> dropped = layout.dropped().stream()
                .map(piece -> new DocumentLibrary.Dropped(piece.line(), piece.text(), piece.reason()))
                .toList();
        return new ReadDocument(document, text, Withholding.apply(document, passages, withheld), dropped);
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
                if (printed.isPresent()) return printed.map(words -> new Citation(document, path, words));
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
            return new Citation(document, headingsAt(line), shown(text.substring(range.from(), range.to())));
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

    private static Passage passage(SourceDocument document, Layout.Block block) {
        return new Passage(document, 0, block.headings(), block.firstLine(), block.lastLine(), body(block), true);
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
