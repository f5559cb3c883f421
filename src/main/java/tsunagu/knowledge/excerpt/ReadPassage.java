package tsunagu.knowledge.excerpt;

import java.util.List;
import tsunagu.documents.Passage;
import tsunagu.documents.Passage.Body;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.text.Sentences;

/** A passage read into words and pieces once, so that a question only has to choose among them. */
public final class ReadPassage {
    private final Passage passage;
    private final List<List<Word>> headings;
    private final WordSet allHeadings;
    private final WordSet document;
    private final WordSet surroundings;
    private final List<Piece> pieces;

    private ReadPassage(
            Passage passage, List<List<Word>> headings, WordSet document, WordSet surroundings, List<Piece> pieces) {
        this.passage = passage;
        this.headings = headings;
        allHeadings = headings.stream().map(WordSet::of).reduce(WordSet.empty(), WordSet::and);
        this.document = document;
        this.surroundings = surroundings;
        this.pieces = List.copyOf(pieces);
    }

    public static ReadPassage of(Passage passage, WordReader words) {
        SourceDocument document = passage.document();
        String above = String.join("\n", passage.headings());
        String subject = above + "\n"
                + switch (passage.body()) {
                    case Body.Paragraph paragraph -> "";
                    case Body.Bullets bullets -> bullets.lead();
                    case Body.Table table -> String.join("\n", table.header());
                };
        WordSet about = WordSet.of(words.read(document.title() + "\n" + document.publisher()));
        return new ReadPassage(
                passage,
                passage.headings().stream().map(words::read).toList(),
                about,
                WordSet.of(words.read(subject)).and(about),
                pieces(passage.body(), words));
    }

    private static List<Piece> pieces(Body body, WordReader words) {
        return switch (body) {
            case Body.Paragraph(String text) ->
                Sentences.split(text).stream()
                        .map(each -> Piece.of(each, words))
                        .toList();
            case Body.Bullets bullets ->
                bullets.items().stream().map(each -> Piece.of(each, words)).toList();
            case Body.Table table -> {
                var wording = new TableWording(table);
                yield table.rows().stream()
                        .map(row -> Piece.of(
                                wording.inWords(row, column -> true), row.printed(), wording.meant(row), words))
                        .toList();
            }
        };
    }

    /** The same with some rows of its table alone. */
    public ReadPassage withRows(List<Integer> indexes) {
        List<Piece> some = indexes.stream().map(pieces::get).toList();
        return new ReadPassage(passage.withRows(indexes), headings, document, surroundings, some);
    }

    public Passage passage() {
        return passage;
    }

    /** Whether both stand under the same headings of one document. */
    public boolean isBeside(ReadPassage other) {
        return passage.document().equals(other.passage.document())
                && passage.headings().equals(other.passage.headings());
    }

    /** Whether the other stands beside this one, or under a heading beside its own: 強み, of 弱み. */
    public boolean isSiblingOf(ReadPassage other) {
        List<String> own = passage.headings();
        List<String> its = other.passage.headings();
        return passage.document().equals(other.passage.document())
                && !own.isEmpty()
                && own.size() == its.size()
                && own.subList(0, own.size() - 1).equals(its.subList(0, own.size() - 1));
    }

    /** Words of all headings. */
    public WordSet allHeadings() {
        return allHeadings;
    }

    /** Words of each heading, from the outer to the inner. */
    public List<List<Word>> headings() {
        return headings;
    }

    /** Words of the document's title and publisher. */
    public WordSet document() {
        return document;
    }

    /**
     * What all its pieces are about: words of the headings it stands under, of the lead or header line, and of the
     * document.
     */
    public WordSet surroundings() {
        return surroundings;
    }

    /** Everything it says, with {@link #surroundings}. */
    public WordSet allWords() {
        return pieces.stream().map(Piece::allWords).reduce(surroundings, WordSet::and);
    }

    List<Piece> pieces() {
        return pieces;
    }
}
