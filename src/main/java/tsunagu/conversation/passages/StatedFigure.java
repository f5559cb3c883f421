package tsunagu.conversation.passages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.text.Folding;
import tsunagu.text.Years;

/**
 * A number that is to be confirmed: 「委員は10人ですか」.
 *
 * @param openQuestion the question that leaves it open: 「委員は何人ですか」
 * @param number as a figure; 0 for a day or year, of which only is told what the documents say
 * @param unit as it is written: 人; empty for a day or year
 */
record StatedFigure(String openQuestion, int number, String unit) {
    private static final String NUMBER = "(?<![0-9第年])([0-9]{1,4}|(?:[一二三四]|[五六七]|[八九十]){1,3})\\s*";
    private static final Pattern STATED = Pattern.compile(NUMBER
            + "(年間|人|名|団体|か所|ヶ所|箇所|回|校|世帯|つ|個|%|パーセント|割|円|階)(?:くらい|ぐらい|ほど|だけ|しか)*"
            + "(?:開かれ|開催され|行われ|実施され|集まり|選ばれ|あり|い)?(?:です|だ|でした|だった|なの|なん|ました|ます|ません|ある|いる|た|ていた|んです)*"
            + "(?:か|よね|っけ|ね|な)+[?。!\\s]*$");

    /** 「検討委員会が始まったのは令和6年ですよね」 */
    private static final Pattern DATED = Pattern.compile(
            "(?:(?:令和|平成|昭和)(?:[0-9]+|元)年度?|[0-9]{4}年度?)(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月[0-9]{1,2}日");

    private static final Pattern ENDS =
            Pattern.compile("いつ(?:スタート|開始|発行|設立)?(?:でした|です|だった|だ|なん)?(?:か|よね|っけ|ね|な)+[?。!\\s]*$");

    private static final List<String> PEOPLE = List.of("人", "名");

    static Optional<StatedFigure> find(String question) {
        String text = Folding.width(question);
        Matcher stated = STATED.matcher(text);
        if (!stated.find()) return dated(text);
        String unit = stated.group(2);
        String open = text.substring(0, stated.start(1))
                + (unit.equals("つ") ? "いくつ" : "何" + unit)
                + text.substring(stated.end(2));
        return Optional.of(new StatedFigure(open, Years.number(stated.group(1)), unit));
    }

    private static Optional<StatedFigure> dated(String text) {
        Matcher dated = DATED.matcher(text);
        return Optional.of(dated)
                .filter(Matcher::find)
                .map(date -> text.substring(0, date.start()) + "いつ" + text.substring(date.end()))
                .filter(open -> ENDS.matcher(open).find())
                .map(open -> new StatedFigure(open, 0, ""));
    }

    /**
     * Whether what was told has this number; empty where it has none with this unit, or several, any of which may be
     * meant, or where the number stands elsewhere in the document.
     */
    Optional<Boolean> holdsIn(String told, Stream<String> document) {
        if (unit.isEmpty()) return Optional.empty();
        Set<Integer> here = numbers(told);
        if (here.contains(number)) return Optional.of(true);
        boolean elsewhere = document.anyMatch(passage -> numbers(passage).contains(number));
        return here.size() == 1 && !elsewhere ? Optional.of(false) : Optional.empty();
    }

    private Set<Integer> numbers(String text) {
        String units = PEOPLE.contains(unit) ? String.join("|", PEOPLE) : Pattern.quote(unit);
        return Pattern.compile(NUMBER + "(?:" + units + ")")
                .matcher(Folding.width(text))
                .results()
                .map(found -> Years.number(found.group(1)))
                .collect(Collectors.toSet());
    }
}
