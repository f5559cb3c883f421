package tsunagu.knowledge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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

    /** Why a passage or an entry about the subject is not told as the answer. */
    enum Objection {
        /** The question names a subject and asks nothing of it: 「自治会について」. */
        ASKS_NOTHING_IN_PARTICULAR,
        /** Headings and excerpt speak of too little of the question. */
        SPEAKS_OF_TOO_LITTLE,
        /** An entry whose answer says so in passing, and whose question is another. */
        ASKS_SOMETHING_ELSE,
        /** No sum to 「いくら」, no date to 「いつ」. */
        LACKS_WHAT_WAS_ASKED,
        /** Uses the term without saying what it means. */
        DOES_NOT_DEFINE,
        /** Speaks of the fourth time, and the fifth was asked about. */
        HAS_OTHER_FIGURES,
        /** The question names a place or somebody the excerpt does not. */
        IS_OF_ANOTHER_NAME,
        /** Has only some words of a compound. */
        BREAKS_A_COMPOUND,
        /** Says no more than the question, or asks back. */
        SAYS_NOTHING_NEW,
        /** The question names another document. */
        IS_OF_ANOTHER_DOCUMENT,
        /** The resident's own documents speak of this as well. */
        IS_OF_ANOTHER_MUNICIPALITY
    }

    SourceDocument document() {
        return passage.document();
    }

    boolean answers() {
        return objection.isEmpty();
    }

    Excerpt excerpt() {
        return new Excerpt(passage, chosen.text(), passage.citeRuns(chosen.quote()));
    }

    /** The ones of the newest document of the first one's municipality. */
    static List<Candidate> newest(List<Candidate> candidates) {
        String municipality = candidates.getFirst().document().municipality();
        List<Candidate> own = candidates.stream()
                .filter(candidate -> candidate.document().municipality().equals(municipality))
                .toList();
        LocalDate newest = own.stream()
                .map(candidate -> candidate.document().ageFrom())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return own.stream()
                .filter(candidate -> candidate.document().ageFrom().equals(newest))
                .toList();
    }
}
