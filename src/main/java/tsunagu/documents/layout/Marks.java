package tsunagu.documents.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks by which Japanese print tells lists, headings, notes and the ends of sentences. */
final class Marks {
    private static final Pattern MARKED_HEADING = Pattern.compile("^#{1,6} +\\S.*");
    private static final Pattern BULLET = Pattern.compile("^(?:[-*+](?=\\s|$)|[・•●◇◆■□▪✓✔☑➢►▶]|[○◯](?![○◯]))\\s*");
    private static final Pattern CLAUSE = Pattern.compile(".*[がをはもに、].*(?:[いるすくつぬむう]|可能|困難|必要|不足)$");
    private static final Pattern IMPRINT =
            Pattern.compile("^(?:発行|発行者|発行元|編集|住所|所在地|電話|電話番号|TEL|FAX|お?問い?合わ?せ先?|連絡先)\\s*[：:].*");
    private static final Pattern ROMAN = Pattern.compile("^(?:[IVX]+[\\s.．、]+|[Ⅰ-Ⅻ][\\s.．、]*)(?=\\S)");
    private static final Pattern CIRCLED = Pattern.compile("^[①-⑳]\\s*(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("^[0-9０-９]{1,2}(?:[.．、)）]\\s*|\\s+)(?=[^\\s0-9０-９])");
    private static final Pattern BRACKETS = Pattern.compile("^【([^】]+)】$");
    private static final Pattern POLITE_END = Pattern.compile(".*(?:ます|ません|ました|です|でした|ください|ましょう)[。！!]$");
    private static final Pattern PREDICATE_END = Pattern.compile(".*(?:[。！？!?るいたすむくう]|こと|もの)$");
    private static final int LONG = 40;
    private static final Pattern DATE =
            Pattern.compile("^[\\s(（]*(?:(?:平成|令和|昭和)?[0-9０-９元]+\\s*[年月日.．/-]\\s*)+[0-9０-９]*日?[)）]?\\s*(?:発行|現在)?[)）]?"
                    + "(?:[(（][0-9０-９]+年[)）])?$");
    /** 「山田 花子 さん」: who speaks, not what is spoken of. */
    private static final Pattern SPEAKER = Pattern.compile(".*\\S\\s+\\S+\\s*(?:さん|氏|様|市長|区長|町長|村長|会長)$");

    private static final String OPENING = "「『（(【";
    private static final String CLOSING = "」』）)】";

    private Marks() {}

    /** As markdown marks it. */
    static boolean isMarkedHeading(String words) {
        return MARKED_HEADING.matcher(words).matches();
    }

    /** The words behind a list mark, which may be several (「- ・ 」) and may be all there is. */
    static Optional<String> findItem(String words) {
        String rest = words;
        Matcher matcher = BULLET.matcher(rest);
        while (matcher.find()) {
            rest = rest.substring(matcher.end());
            matcher = BULLET.matcher(rest);
        }
        return rest.length() == words.length() ? Optional.empty() : Optional.of(rest);
    }

    /** Items that the page glued together: 「重い・役員の担い手がいない」 is two, 「歴史・関係性の蓄積がある」 is one. */
    static List<String> splitItem(String item) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int dot = item.indexOf('・'); dot >= 0; dot = item.indexOf('・', dot + 1)) {
            String before = item.substring(start, dot).strip();
            String after = item.substring(dot + 1).strip();
            boolean clauses = CLAUSE.matcher(before).matches()
                    && PREDICATE_END.matcher(after).matches();
            if (!after.isEmpty() && (before.endsWith("。") || clauses)) {
                parts.add(before);
                start = dot + 1;
            }
        }
        parts.add(item.substring(start).strip());
        return parts;
    }

    /** ◆ and its like: they mark lists and headings alike. */
    static boolean startsWithGeometricMark(String words) {
        return !words.isEmpty() && "◆◇■□●○".indexOf(words.charAt(0)) >= 0;
    }

    static boolean isNote(String words) {
        return words.startsWith("※");
    }

    static boolean isImprint(String words) {
        return IMPRINT.matcher(words).matches();
    }

    /** What a heading's number looks like, so that like stands beside like; 0 where there is none. */
    static int rank(String words) {
        if (ROMAN.matcher(words).find()) return 1;
        if (BRACKETS.matcher(words).matches()) return 2;
        if (CIRCLED.matcher(words).find()) return 3;
        if (NUMBER.matcher(words).find()) return 4;
        return 0;
    }

    static String withoutNumber(String heading) {
        Matcher brackets = BRACKETS.matcher(heading);
        if (brackets.matches()) return brackets.group(1);
        String shorter = ROMAN.matcher(heading).replaceFirst("");
        shorter = CIRCLED.matcher(shorter).replaceFirst("");
        return NUMBER.matcher(shorter).replaceFirst("");
    }

    static boolean isProse(String text) {
        if (text.indexOf('。') >= 0 || POLITE_END.matcher(text).matches()) return true;
        boolean clauses = text.length() >= 20 && text.indexOf('、') >= 0 && isSentence(text);
        return text.indexOf('\n') < 0 && (text.length() >= LONG || clauses);
    }

    /** Whether a heading may stand above it: it tells something, with or without a full stop. */
    static boolean isSentence(String text) {
        return PREDICATE_END.matcher(text.replace("\n", "")).matches() || text.indexOf('。') >= 0;
    }

    static boolean endsSentence(String text) {
        return !text.isEmpty() && "。！？!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    static boolean isSpeaker(String text) {
        return SPEAKER.matcher(text).matches();
    }

    static boolean hasOpenBracket(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) depth++;
            if (CLOSING.indexOf(text.charAt(i)) >= 0 && depth > 0) depth--;
        }
        return depth > 0;
    }

    /** A letter of a script that parts words by spaces. */
    static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }

    static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Width in half-width columns. */
    static int width(String text) {
        return text.codePoints()
                .map(c -> c < 0x2000 || c >= 0xFF61 && c <= 0xFF9F ? 1 : 2)
                .sum();
    }
}
