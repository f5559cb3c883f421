package tsunagu.knowledge;

import java.util.Optional;
import tsunagu.documents.Passage;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.excerpt.Chosen;

/**
 * A passage that was found, and what of it would be told.
 *
 * @param score of the ranking
 * @param fit how well it suits the question, comparable among the candidates of one question
 * @param coverage share of the question it speaks of, 0 to 1
 * @param objection why it is not told as the answer; empty if it is
 */
record Candidate(
        Passage passage, Chosen chosen, double score, double fit, double coverage, Optional<Objection> objection) {

    SourceDocument document() {
        return passage.document();
    }

    boolean answers() {
        return objection.isEmpty();
    }

    Excerpt excerpt() {
        return new Excerpt(passage, chosen.text(), passage.cite(chosen.quote()));
    }
}
