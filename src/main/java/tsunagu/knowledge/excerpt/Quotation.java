package tsunagu.knowledge.excerpt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.documents.Passage.Body;
import tsunagu.knowledge.index.words.WordSet;

/** Sentences, items or rows of a passage that are chosen beforehand, not by a question. */
public final class Quotation {
    private static final Pattern LAYOUT = Pattern.compile("\\s+");

    private Quotation() {}

    /** Whether the passage prints it: sentences, an item or a part of it, a row or a part of it. */
    public static boolean isIn(ReadPassage passage, String quote) {
        return switch (passage.passage().body()) {
            case Body.Paragraph(String text) -> text.contains(quote);
            case Body.Bullets(String lead, var items) ->
                Stream.concat(Stream.of(lead), items.stream()).anyMatch(item -> item.contains(quote));
            case Body.Table _ -> passage.pieces().stream().anyMatch(has(quote));
        };
    }

    /** @param quotes that the passage prints, in the order they are told; of a table, whole rows are */
    public static Chosen of(ReadPassage passage, List<String> quotes) {
        return switch (passage.passage().body()) {
            case Body.Paragraph _ -> chosen(String.join("\n", quotes), quotes);
            case Body.Bullets(String lead, var _) -> chosen(items(lead, quotes), quotes);
            case Body.Table _ -> {
                List<Piece> rows = rows(passage, quotes);
                yield chosen(
                        rows.stream().map(Piece::text).collect(Collectors.joining("\n")),
                        rows.stream().map(Piece::print).toList());
            }
        };
    }

    private static Chosen chosen(String text, List<String> print) {
        return new Chosen(text, String.join("\n", print), WordSet.empty(), 0);
    }

    private static String items(String lead, List<String> quotes) {
        if (quotes.size() == 1) return quotes.getFirst();
        return quotes.stream()
                .map(quote -> lead.contains(quote) ? quote : "・" + quote)
                .collect(Collectors.joining("\n"));
    }

    private static List<Piece> rows(ReadPassage passage, List<String> quotes) {
        var rows = new LinkedHashSet<Piece>();
        for (String quote : quotes) {
            // Two rows may have the same cell; the one begun is meant.
            if (rows.stream().anyMatch(has(quote))) continue;
            passage.pieces().stream().filter(has(quote)).findFirst().ifPresent(rows::add);
        }
        return List.copyOf(rows);
    }

    private static Predicate<Piece> has(String quote) {
        String wanted = bare(quote);
        return row -> bare(row.print()).contains(wanted);
    }

    private static String bare(String text) {
        return LAYOUT.matcher(text).replaceAll("");
    }
}
