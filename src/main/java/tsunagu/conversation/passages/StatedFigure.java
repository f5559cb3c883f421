package tsunagu.conversation.passages;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.text.Folding;
import tsunagu.text.Years;

/**
 * A number that is to be confirmed: 「委員は10人ですか」.
 *
 * @param openQuestion the question that leaves it open: 「委員は何人ですか」
 * @param number as a figure
 * @param unit as it is written: 人
 */
record StatedFigure(String openQuestion, int number, String unit) {
    private static final String NUMBER = "(?<![0-9第年])([0-9]{1,4}|[一二三四五六七八九十]{1,3})\\s*";
    private static final Pattern STATED = Pattern.compile(NUMBER
            + "(年間|人|名|団体|か所|ヶ所|箇所|回|校|世帯|つ|個|%|パーセント|割|円|階)(?:くらい|ぐらい|ほど|だけ|しか)*"
            + "(?:開かれ|開催され|行われ|実施され|集まり|選ばれ|あり|い)?(?:です|だ|でした|だった|なの|なん|ました|ます|ません|ある|いる|んです)*"
            + "(?:か|よね|っけ|ね|な)+[?。!\\s]*$");

    static Optional<StatedFigure> find(String question) {
        String text = Folding.width(question);
        Matcher stated = STATED.matcher(text);
        if (!stated.find()) return Optional.empty();
        String unit = stated.group(2);
        String open = text.substring(0, stated.start(1))
                + (unit.equals("つ") ? "いくつ" : "何" + unit)
                + text.substring(stated.end(2));
        return Optional.of(new StatedFigure(open, Years.number(stated.group(1)), unit));
    }

    /** Whether a text has this number of it; empty where it has several others, any of which may be meant, or none. */
    Optional<Boolean> holdsIn(String text) {
        Set<Integer> told = Pattern.compile(NUMBER + Pattern.quote(unit))
                .matcher(Folding.width(text))
                .results()
                .map(found -> Years.number(found.group(1)))
                .collect(Collectors.toSet());
        if (told.contains(number)) return Optional.of(true);
        return told.size() == 1 ? Optional.of(false) : Optional.empty();
    }
}
