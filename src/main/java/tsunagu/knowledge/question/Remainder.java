package tsunagu.knowledge.question;

import java.util.regex.Pattern;
import tsunagu.knowledge.index.words.WordSet;

/**
 * What a question says besides its subject, where that was spoken of before: 「何回集まったの」, after 検討委員会. What is
 * found of the subject must speak of this, too.
 *
 * @param wanted of the question alone
 */
public record Remainder(Question question, Wanted wanted) {
    /** Less than one everyday word: nothing is left to speak of. */
    private static final double NOTHING = 1.2;

    /** What is left of 「それで？」. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("\\P{L}*\\p{L}{0,2}\\P{L}*");

    private static final double SOME = 0.4;

    /** So much of it must be spoken of by what was told before. */
    private static final double MOST = 0.6;

    private static final double NEARLY_ALL = 0.8;

    /**
     * Whether a text speaks of it.
     *
     * @param words of the text, and of the questions it is known to answer
     * @param print its answer, in NFKC
     * @param quoted whether it is known to answer questions
     * @param again whether it was told before
     */
    public boolean isSpokenOf(WordSet words, String print, boolean quoted, boolean again) {
        if (question.nth().isEmpty() && SAYS_NOTHING.matcher(question.text()).matches()) return false;
        if (question.isOfLaterThan(print) || !question.tellsTheCourse(print)) return false;
        double share = wanted.weight() < NOTHING ? 1 : wanted.shareIn(words);
        boolean asked = quoted && share >= NEARLY_ALL && wanted.weight() >= NOTHING && !question.asksWhere();
        return share >= (again ? MOST : SOME) && (asked || question.isPlainlyToldIn(print));
    }
}
