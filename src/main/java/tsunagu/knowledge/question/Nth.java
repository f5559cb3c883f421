package tsunagu.knowledge.question;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.text.Years;

/**
 * Which of a list a question asks for: 「今後の方向性の3つ目は」.
 *
 * @param number from 1, {@link #LAST} or {@link #MIDDLE}; empty where it asks for none of a list
 * @param rest the question without it
 */
public record Nth(OptionalInt number, String rest) {
    /** 「最後の」 */
    public static final int LAST = -1;

    /** 「真ん中の」 */
    public static final int MIDDLE = 0;

    private static final String DIGITS = "0-9一二三四五六七八九十";
    private static final String NUMBER = "(?<![何" + DIGITS + "])([1-9][0-9]?|[一二三四五六七八九十]{1,3})";

    /** 「2番目に多い」 is a rank, which no list has. */
    private static final String ORDINAL = NUMBER + "(?:番目|つ目|つめ|個目|点目|項目目|本目)(?!に(?!つ[いき])|[が多少大古新]|も(?!っと|う))";

    /** 「2番目の会議」 is the row of 第2回. */
    private static final Pattern OF_MEETING = Pattern.compile(ORDINAL + "の(?=" + Turn.MEETING + ")");

    /** 「4回目」 is 「第4回」. */
    private static final Pattern OF_TIMES = Pattern.compile(NUMBER + "回目(?![0-9])");

    /** Where it is all that a question names: 「最後のやつは？」. */
    private static final Pattern PLACE = Pattern.compile("^(?:じゃあ|では|で|その)?[、\\s]*"
            + "(?:(?<first>(?:一番|いちばん)?最初|前者|一番上)|(?<last>(?:一番|いちばん)?最後|後者|ラスト|一番下)"
            + "|(?<middle>真ん?中|まんなか))"
            + "(?:の(?:もの|方|ほう|やつ|ところ|項目|内容)?)?(?=$|[はがもをって、,?？。\\s]|に?つい|だけ)"
            // 「最初は何団体で始まったの？」 asks of no list.
            + "(?!は?何[団人年回校月日].*始)");

    private static final Pattern OF_LIST = Pattern.compile("(の)?" + ORDINAL + "(の)?(?:もの|項目|やつ|ほう|ところ)?");

    private static String time(MatchResult found) {
        return "第" + Years.number(found.group(1)) + "回";
    }

    /**
     * Which one of so many, from 1; empty where there is none such.
     *
     * @param number as in {@link #number}
     */
    public static OptionalInt of(int number, int size) {
        int place = number == LAST ? size : number == MIDDLE && size % 2 == 1 ? (size + 1) / 2 : number;
        return place >= 1 && place <= size ? OptionalInt.of(place) : OptionalInt.empty();
    }

    /** The one of these that is meant; empty where there is none such. */
    public static <T> Optional<T> pick(int number, List<T> these) {
        return of(number, these.size()).stream()
                .mapToObj(place -> these.get(place - 1))
                .findFirst();
    }

    /** NFKC text expected. */
    static Nth in(String question) {
        Matcher place = PLACE.matcher(question);
        if (place.find()) {
            int number = place.group("first") != null ? 1 : place.group("last") != null ? LAST : MIDDLE;
            return new Nth(OptionalInt.of(number), question.substring(place.end()));
        }
        String times = OF_TIMES.matcher(question).replaceAll(Nth::time);
        String meetings = OF_MEETING.matcher(times).replaceAll(found -> time(found) + "の");
        Matcher ofList = OF_LIST.matcher(meetings);
        if (!ofList.find()) return new Nth(OptionalInt.empty(), meetings);
        boolean joined = ofList.group(1) != null && ofList.group(3) != null;
        String rest = meetings.substring(0, ofList.start()) + (joined ? "の" : "") + meetings.substring(ofList.end());
        return new Nth(OptionalInt.of(Years.number(ofList.group(2))), rest);
    }
}
