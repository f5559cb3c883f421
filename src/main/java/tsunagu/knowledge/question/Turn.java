package tsunagu.knowledge.question;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Which of several meetings is asked about without its number: 「初回」, 「最後の委員会」. */
public enum Turn {
    ANY,
    FIRST,
    LAST;

    private static final Pattern TOLD = Pattern.compile("第[0-9]+[回期次]");
    private static final Pattern THE_FIRST = Pattern.compile("第1[回期次]");
    static final String MEETING = "(?:検討)?(?:会議|委員会|会合|話し?合い)";
    private static final Pattern FIRST_ASKED = Pattern.compile("初回|最初の" + MEETING);
    private static final Pattern LAST_ASKED = Pattern.compile("最終回|最後の" + MEETING);

    /** 「最初はいつ」, of several meetings or of what began once. */
    private static final Pattern AT_FIRST = Pattern.compile("最初(?:は|って)(?:いつ|どこ)");

    private static final Pattern AT_LAST = Pattern.compile("最後(?:は|って)(?:いつ|どこ)");

    /** NFKC text expected. */
    static Turn in(String question) {
        if (LAST_ASKED.matcher(question).find() || AT_LAST.matcher(question).find()) return LAST;
        return FIRST_ASKED.matcher(question).find()
                        || AT_FIRST.matcher(question).find()
                ? FIRST
                : ANY;
    }

    /** Whether a text may be of the meeting that a question of this one asks for; both in NFKC. */
    boolean mayBe(String question, String text) {
        if (this == ANY) return true;
        boolean meetings = TOLD.matcher(text).find();
        return this == FIRST && meetings
                ? THE_FIRST.matcher(text).find()
                : meetings
                        || !(this == FIRST ? FIRST_ASKED : LAST_ASKED)
                                .matcher(question)
                                .find();
    }

    /** Whether a text tells which of several it is of. */
    public static boolean isToldIn(String text) {
        return TOLD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }
}
