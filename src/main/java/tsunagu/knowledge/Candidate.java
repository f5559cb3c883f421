package tsunagu.knowledge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsunagu.documents.Passage;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.excerpt.Chosen;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Question;

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
    static final int MOST_EXCERPTS = 3;

    /** Shares of a question. */
    private static final double ALL = 0.95;

    private static final double LITTLE = 0.6;

    /** Some three words that are no everyday ones. */
    private static final double MUCH = 7;

    /** Why a passage or an entry about the subject is not told as the answer. */
    enum Objection {
        /** The question names a subject and asks nothing of it: 「自治会について」. */
        ASKS_NOTHING_IN_PARTICULAR,
        /** Headings and excerpt speak of too little of the question. */
        SPEAKS_OF_TOO_LITTLE,
        /** An entry whose answer says so in passing, and whose question is another. */
        ASKS_SOMETHING_ELSE,
        /** Tells what was asked, but of another: the strengths of 自治会, and those of a committee were asked for. */
        IS_OF_SOMETHING_ELSE,
        /** No sum to 「いくら」, no date to 「いつ」. */
        LACKS_WHAT_WAS_ASKED,
        /** Uses the term without saying what it means. */
        DOES_NOT_DEFINE,
        /** Speaks of the fourth time, and the fifth was asked about. */
        HAS_OTHER_FIGURES,
        /** The question names a place or somebody the excerpt does not. */
        IS_OF_ANOTHER_NAME,
        /** Names it in a long row of names, and tells nothing of it. */
        IS_ONE_OF_MANY,
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

    private boolean tellsSurely() {
        return chosen.told() >= Chosen.SURELY;
    }

    Excerpt excerpt() {
        return Excerpt.of(passage, chosen);
    }

    /**
     * The candidates, where another municipality's document may answer what one's own does not speak of: all of a
     * question that says much, 「すれ違うときに挨拶する程度のつながりは」.
     *
     * @param weight of the question
     */
    static List<Candidate> withOthers(List<Candidate> candidates, Scope scope, double weight) {
        boolean ownMay = candidates.stream()
                .anyMatch(candidate ->
                        candidate.answers() || scope.isOwn(candidate.document()) && candidate.speaksOfMost());
        return ownMay || weight < MUCH
                ? candidates
                : candidates.stream().map(Candidate::ofAnyMunicipality).toList();
    }

    private boolean speaksOfMost() {
        return coverage > LITTLE && !objection.equals(Optional.of(Objection.BREAKS_A_COMPOUND));
    }

    private Candidate ofAnyMunicipality() {
        boolean all = objection.equals(Optional.of(Objection.IS_OF_ANOTHER_MUNICIPALITY)) && coverage >= ALL;
        return all ? new Candidate(passage, chosen, score, fit, coverage, Optional.empty()) : this;
    }

    /**
     * What the candidates of one question have to say to it.
     *
     * @param candidates best first
     */
    static Finding finding(List<Candidate> candidates, Question asked, AnsweringSettings settings) {
        List<Candidate> answering =
                countedFirst(candidates.stream().filter(Candidate::answers).toList(), asked);
        if (!answering.isEmpty()) {
            List<Candidate> fitting = fitting(answering, settings);
            return new Finding.Answered(excerpts(asked.asksWhatAges() ? newest(fitting) : fitting));
        }
        List<Candidate> related = candidates.stream()
                .filter(candidate -> candidate.coverage() >= settings.leastRelated())
                .toList();
        return related.isEmpty() ? new Finding.Nothing() : new Finding.Related(excerpts(fitting(related, settings)));
    }

    /** 「会議は何回」: 「11回の会議」 goes before 「4回のワーキンググループ」. */
    private static List<Candidate> countedFirst(List<Candidate> answering, Question asked) {
        if (!asked.asksHowOften()) return answering;
        List<Candidate> counted =
                answering.stream().filter(Candidate::tellsSurely).toList();
        return counted.isEmpty() ? answering : counted;
    }

    private static List<Excerpt> excerpts(List<Candidate> candidates) {
        return candidates.stream().limit(MOST_EXCERPTS).map(Candidate::excerpt).toList();
    }

    /** Those that fit about as well as the first. */
    private static List<Candidate> fitting(List<Candidate> candidates, AnsweringSettings settings) {
        Candidate first = candidates.getFirst();
        double least = first.fit() - settings.alsoWithin();
        // What surely tells who it is needs nothing beside it that only may.
        boolean sure = first.tellsSurely();
        return candidates.stream()
                .filter(candidate -> candidate.fit() >= least)
                .filter(candidate -> !sure || candidate.tellsSurely())
                .toList();
    }

    /** The ones of the newest document of the first one's municipality. */
    private static List<Candidate> newest(List<Candidate> candidates) {
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
