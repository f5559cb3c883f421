package tsunagu.knowledge.excerpt;

import java.text.Normalizer;
import java.util.List;
import tsunagu.documents.Passage.Body;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.Wanted;

/** Chooses what of a passage answers a question: one to three sentences, the items, the rows. */
public final class ExcerptChooser {
    /** What a phone shows without scrolling. */
    static final int LONGEST = 220;
    /** More items or rows than this are no answer. */
    static final int MOST_LINES = 10;

    private final Question question;
    private final Wanted wanted;
    private final boolean deputies;

    private final WordReader reader;

    public ExcerptChooser(Question question, Wanted wanted, WordReader reader) {
        this.question = question;
        this.wanted = wanted;
        this.reader = reader;
        deputies = question.text().contains("副");
    }

    public Chosen choose(ReadPassage passage) {
        Chosen chosen = switch (passage.passage().body()) {
            case Body.Paragraph(String text) -> new SentenceChooser(this).choose(text, passage.pieces());
            case Body.Bullets bullets -> new ItemChooser(this).choose(passage, bullets);
            case Body.Table table -> new RowChooser(this).choose(passage, table);
        };
        double byHeading = Definitions.byHeading(passage.passage().headings(), question.terms());
        return new Chosen(
                chosen.text(),
                chosen.quote(),
                chosen.words(),
                chosen.definition() + byHeading / 2,
                Math.max(chosen.told(), told(chosen.text())));
    }

    /** Whether all of a passage can be shown where the question chooses nothing of it: a long table cannot. */
    public boolean canShowAll(ReadPassage passage) {
        return !(passage.passage().body() instanceof Body.Table)
                || passage.pieces().size() <= MOST_LINES;
    }

    Question question() {
        return question;
    }

    Wanted wanted() {
        return wanted;
    }

    WordSet words(Piece piece) {
        return piece.words(deputies);
    }

    List<Word> read(String text) {
        return reader.read(text);
    }

    public WordSet wordsOf(String text) {
        return WordSet.of(read(text));
    }

    /** How well a text has what the question wants in particular, a date or a sum: 0 to 2. */
    double told(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (question.asked().isEmpty() || !question.isToldIn(plain)) return 0;
        return question.isSurelyToldIn(plain) ? Chosen.SURELY : 1;
    }

    /** How well a text says what the term means that is asked for, 0 to 1; 0 where no meaning is asked. */
    public double definition(String text) {
        return Definitions.byText(text, question.terms());
    }
}
