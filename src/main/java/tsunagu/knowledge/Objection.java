package tsunagu.knowledge;

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
