package tsunagu.conversation.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.text.Years;

/** Which of a list the words mean that go on from it: 「2つ目は？」「最後のやつ」. */
public final class ListPlace {
    private static final String NUMBER = "[0-9]|[一二三四五]|[六七八九]";
    private static final String COUNTER = "(?:番目|つ目|つめ|個目|点目|本目)";
    private static final String FIRST = "(?:一番|いちばん)?(?:最初|上)(?=の|は|も|を|[?？。]|$)|前者";
    private static final String LAST = "(?:一番|いちばん)?(?:最後|下)(?=の|は|も|を|[?？。]|$)|後者|ラスト";
    private static final String MIDDLE = "真ん?中|まんなか";

    /** The words for one of a list; a regular expression without groups that count. */
    public static final String PLACE =
            "(?:(?:" + NUMBER + ")" + COUNTER + "|" + FIRST + "|" + LAST + "|" + MIDDLE + ")";

    private static final Pattern READ = Pattern.compile("(?<number>" + NUMBER + ")" + COUNTER + "|(?<first>" + FIRST
            + ")|(?<last>" + LAST + ")|(?<middle>" + MIDDLE + ")");

    private ListPlace() {}

    /** The one that the words mean; empty where they mean none, or one that is not there. */
    public static <T> Optional<T> pick(String words, List<T> list) {
        Matcher read = READ.matcher(words);
        if (!read.find() || list.isEmpty()) return Optional.empty();
        int place = list.size();
        if (read.group("number") != null) place = Years.number(read.group("number"));
        else if (read.group("first") != null) place = 1;
        else if (read.group("middle") != null) place = list.size() % 2 == 1 ? (list.size() + 1) / 2 : 0;
        return place < 1 || place > list.size() ? Optional.empty() : Optional.of(list.get(place - 1));
    }
}
