package tsunagu.submissions.check;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what tells of persons, whatever the width of its digits, and masks it. Days, times, fees and the addresses of
 * halls stay, which {@code text.Masking} would take with it.
 */
final class PersonalDetails {
    private static final String BETWEEN = "[-() .・]{0,2}";
    private static final Pattern TELEPHONE = Pattern.compile("(?<![0-9])(?:\\+" + BETWEEN + "[0-9]" + BETWEEN
            + "[0-9]|\\(?0)" + "(?:" + BETWEEN + "[0-9]){8,11}(?![0-9])");
    private static final Pattern MAIL =
            Pattern.compile("(?<![a-z0-9.+_-])[a-z0-9.+_-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\]|アットマーク)\\s?"
                    + "[a-z0-9-]+(?:\\s?\\.\\s?[a-z0-9-]+)+");
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?:(?:line|ライン|インスタ|instagram|twitter|カカオ|wechat|微信)\\s*(?:の)?\\s*(?:id|アカウント|号)?\\s*[:は=]\\s*)"
                    + "@?[a-z0-9._-]{4,40}");
    private static final Pattern CARD = Pattern.compile(
            "(?<![0-9])(?:[0-9]{12,19}|[0-9]{4}(?:[- ][0-9]{4}){2,3}|[0-9]{4}[- ][0-9]{6}[- ][0-9]{5})(?![0-9])");
    private static final String HOUSE =
            "[0-9]{1,4}(?:(?:-|丁目|番地?|の|号)[0-9]{1,5}){1,4}(?:号室|号|番地?)?|[0-9a-z]{1,5}号室|[0-9]{1,4}番地?[0-9]{0,4}号?";
    private static final String SOMEBODYS =
            "自宅|実家|わが家|我が家|うちの家|さん(?:の)?(?:家|宅|ち|方)|様(?:方|宅)|(?<=[一-龠])(?<![住帰在社])宅(?!配|地)";
    private static final Pattern HOME = Pattern.compile(SOMEBODYS);
    private static final Pattern HOME_ADDRESS = Pattern.compile(
            "(?:" + SOMEBODYS + ").{0,25}?(" + HOUSE + ")|(" + HOUSE + ").{0,10}?(?:" + SOMEBODYS + ")");
    private static final Pattern ROOM = Pattern.compile("[0-9a-z]{1,5}号室");
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";

    private final StringBuilder text;
    private final Set<Sign> found = EnumSet.noneOf(Sign.class);

    private PersonalDetails(String text) {
        this.text = new StringBuilder(text);
    }

    /** The text without what was found, and what that was. */
    record Masked(String text, Set<Sign> found) {}

    /** @param contact whether a telephone number and a mail address are just what is asked for */
    static Masked mask(String text, boolean contact) {
        var details = new PersonalDetails(text);
        details.take(Sign.CARD, CARD, 0, any -> true);
        if (!contact) {
            details.take(Sign.MAIL, MAIL, 0, any -> true);
            details.take(Sign.MAIL, ACCOUNT, 0, any -> true);
            details.take(Sign.TELEPHONE, TELEPHONE, 0, PersonalDetails::isTelephone);
        }
        details.take(Sign.HOME_ADDRESS, ROOM, 0, any -> true);
        details.take(Sign.HOME_ADDRESS, HOME_ADDRESS, 1, any -> true);
        details.take(Sign.HOME_ADDRESS, HOME_ADDRESS, 2, any -> true);
        String masked = details.text.toString();
        if (HOME.matcher(plain(masked)).find()) details.found.add(Sign.HOME);
        return new Masked(masked, details.found);
    }

    /** Until nothing of the kind is left, as what is left of one may be another. */
    private void take(Sign sign, Pattern pattern, int group, Predicate<String> is) {
        int from = 0;
        Matcher matcher = pattern.matcher(plain(text.toString()));
        while (from <= text.length() && matcher.find(from)) {
            int start = matcher.start(group);
            if (start < 0 || !is.test(matcher.group(group))) {
                from = matcher.start() + 1;
                continue;
            }
            found.add(sign);
            text.replace(start, matcher.end(group), "＊");
            from = Math.min(start, matcher.start());
            matcher = pattern.matcher(plain(text.toString()));
        }
    }

    private static boolean isTelephone(String number) {
        long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
        return number.startsWith("+") ? digits >= 10 && digits <= 13 : digits == 10 || digits == 11;
    }

    /** Character for character, so that what is found here stands at the same place there. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) plain.append(plain(text.charAt(i)));
        return plain.toString();
    }

    private static char plain(char c) {
        char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        int digit = KANJI_DIGITS.indexOf(narrow);
        if (digit >= 0) return (char) ('0' + digit);
        return switch (narrow) {
            case '‐', '‑', '‒', '–', '—', '―', '−', '─', 'ー', 'ｰ' -> '-';
            case '　' -> ' ';
            default -> Character.toLowerCase(narrow);
        };
    }
}
