package tsunagu.events.entry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.text.Folding;

/** For whom an event is, as far as its words tell. */
public enum Audience {
    CHILDREN("子ども|こども|子供|児童|小学生|中学生|親子|キッズ|ジュニア|children|kids"),
    PARENTS("親子|保護者|子育て|乳幼児|赤ちゃん|未就学|0歳|1歳|parents|baby"),
    ELDERLY("高齢|シニア|65歳|60歳|70歳|お年寄り|敬老|フレイル|senior"),
    /** Who may come is said to be everybody. */
    ANYBODY("どなたでも|誰でも|だれでも|制限なし|全年齢|一般|市民|anyone|everyone");

    private final Pattern words;

    Audience(String words) {
        this.words = Pattern.compile(words);
    }

    public static Set<Audience> of(Content content) {
        String said = Folding.width(String.join(
                " ",
                content.text(Field.AUDIENCE),
                content.text(Field.TITLE),
                content.text(Field.TAGS),
                content.text(Field.KEYWORDS),
                content.text(Field.KIND)));
        var all = EnumSet.noneOf(Audience.class);
        Arrays.stream(values()).filter(one -> one.words.matcher(said).find()).forEach(all::add);
        return all;
    }

    /** How it is stored: {@code |children|}. */
    public String mark() {
        return "|" + name().toLowerCase(Locale.ROOT) + "|";
    }
}
