package tsunagu.conversation.passages;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.documents.Citation;
import tsunagu.documents.Passage;
import tsunagu.documents.Passage.Body;
import tsunagu.text.Folding;
import tsunagu.text.Years;

/**
 * What a sentence promises and the document prints below it: 「以下の三つを重点事業として」 and the three. The headings right below
 * its own, or the header of the table that follows.
 *
 * @param items as printed
 * @param citations of each of them: they stand apart in the print
 */
record Announced(List<String> items, List<Citation> citations) {
    private static final Pattern PROMISE =
            Pattern.compile("(?:以下|次)の|(?<count>[2-9２-９]|[二三四五六]|[七八九])つ(?:に(?:まとめ|整理)|の(?:方向性|施策|柱|課題|方針|事業))");

    private static final int MOST = 7;

    /**
     * Of what is told of a passage.
     *
     * @param passages of all documents, in their order
     * @return one, or none where nothing is promised, or what is promised stands elsewhere
     */
    static Stream<Announced> after(String told, Passage passage, Supplier<List<Passage>> passages) {
        Matcher promise = PROMISE.matcher(told);
        if (told.contains("\n") || !promise.find()) return Stream.empty();
        int count = promise.group("count") == null ? 0 : Years.number(Folding.width(promise.group("count")));
        List<Passage> following = passages.get().stream()
                .filter(other -> other.document().id().equals(passage.document().id()))
                .filter(other -> other.ordinal() > passage.ordinal())
                .takeWhile(other -> other.isBelow(passage.headings()))
                .toList();
        if (following.isEmpty()) return Stream.empty();
        Passage next = following.getFirst();
        List<String> items = next.headings().equals(passage.headings())
                ? header(next.body())
                : below(following, passage.headings().size());
        return items.size() < 2 || items.size() > MOST || count > 0 && count != items.size()
                ? Stream.empty()
                : Stream.of(
                        new Announced(items, items.stream().map(passage::cite).toList()));
    }

    private static List<String> header(Body body) {
        return switch (body) {
            case Body.Table table ->
                table.header().stream().filter(cell -> !cell.isBlank()).toList();
            case Body.Paragraph _, Body.Bullets _ -> List.of();
        };
    }

    /** Headings of one level; where all stand under one, those of the next. */
    private static List<String> below(List<Passage> passages, int depth) {
        List<String> headings = passages.stream()
                .filter(passage -> passage.headings().size() > depth)
                .map(passage -> passage.headings().get(depth))
                .distinct()
                .toList();
        return headings.size() == 1 ? below(passages, depth + 1) : headings;
    }
}
