package tsunagu.knowledge.question;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Which of several meetings is asked about without its number: 「初回」, 「最後の委員会」. */
public enum Turn {
    ANY,
    FIRST,
    LAST;

    private static final Pattern TOLD = Pattern.compile("第[0-9]+[回期次]");
    static final String MEETING = "(?:検討)?(?:会議|委員会|会合|話し?合い)";
    private static final Pattern FIRST_ASKED = Pattern.compile("初回|最初の" + MEETING);
    private static final Pattern LAST_ASKED = Pattern.compile("最終回|最後の" + MEETING);

    /** NFKC text expected. */
    static Turn in(String question) {
        if (LAST_ASKED.matcher(question).find()) return LAST;
        return FIRST_ASKED.matcher(question).find() ? FIRST : ANY;
    }

    /** Whether a text tells which of several it is of. */
    public static boolean isToldIn(String text) {
        return TOLD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }
}
