package tsunagu.knowledge.excerpt;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.documents.Passage.Body;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.Wanted;

/** Items of a list: all where its heading or lead is what was asked for, else those that say the rest. */
final class ItemChooser {
    /** Less of the question than this left over is no reason to leave items out. */
    private static final double LEFT_OVER = 0.15;

    private final ExcerptChooser chooser;

    ItemChooser(ExcerptChooser chooser) {
        this.chooser = chooser;
    }

    Chosen choose(ReadPassage passage, Body.Bullets bullets) {
        List<Piece> items =
                matching(passage).stream().limit(ExcerptChooser.MOST_LINES).toList();
        WordSet words = items.stream().map(chooser::words).reduce(WordSet.empty(), WordSet::and);
        double definition = Stream.concat(lead(bullets.lead()), items.stream().map(Piece::text))
                .mapToDouble(chooser::definition)
                .max()
                .orElse(0);
        return new Chosen(text(bullets.lead(), items), quote(bullets.lead(), items), words, definition);
    }

    private List<Piece> matching(ReadPassage passage) {
        Wanted left = chooser.wanted().without(passage.surroundings());
        boolean nothingLeft = left.weight() < LEFT_OVER * chooser.wanted().weight();
        // 「歴史の継承は誰の役目」 asks for that item, though a heading speaks of it as well.
        boolean whose = nothingLeft && chooser.question().asksWhoDoes();
        Wanted rest = whose ? chooser.wanted() : left;
        double highest = passage.pieces().stream()
                .mapToDouble(item -> score(rest, item))
                .max()
                .orElse(0);
        boolean wholeList = !whose && (nothingLeft || isUnderWhatIsAsked(passage)) && !definesOne(passage);
        if (wholeList || highest == 0) return passage.pieces();
        return passage.pieces().stream()
                .filter(item -> score(rest, item) > highest / 2)
                .toList();
    }

    /** All strengths answer what is good about joining, not just the one that speaks of joining. */
    private boolean isUnderWhatIsAsked(ReadPassage passage) {
        return !passage.headings().isEmpty()
                && chooser.question().asked().isEmpty()
                && chooser.wanted().asksFor(passage.headings().getLast());
    }

    private boolean definesOne(ReadPassage passage) {
        return passage.pieces().stream().anyMatch(item -> chooser.definition(item.text()) > 0);
    }

    private double score(Wanted rest, Piece item) {
        double whole = chooser.wanted().weight();
        return rest.weightIn(chooser.words(item)) + whole * chooser.definition(item.text());
    }

    private static String text(String lead, List<Piece> items) {
        if (lead.isEmpty() && items.size() == 1) return items.getFirst().text();
        return Stream.concat(lead(lead), items.stream().map(item -> "・" + item.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String quote(String lead, List<Piece> items) {
        return Stream.concat(lead(lead), items.stream().map(Piece::print)).collect(Collectors.joining("\n"));
    }

    private static Stream<String> lead(String lead) {
        return lead.isEmpty() ? Stream.empty() : Stream.of(lead);
    }
}
