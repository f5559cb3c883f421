package tsunagu.submissions.check;

import java.util.Locale;
import java.util.Optional;

/** What is caught in a text. */
public enum Sign {
    /** A telephone number where no contact is asked for. */
    TELEPHONE(Weight.MASKED, "電話番号", "電話番号のようなものが入っています。連絡先は「公開してよい連絡先」の欄にだけ書いてください。"),
    /** A mail address, or an account of a messenger. */
    MAIL(Weight.MASKED, "メールアドレスやSNSのID", "メールアドレスやSNSのIDのようなものが入っています。連絡先は「公開してよい連絡先」の欄にだけ書いてください。"),
    /** As many digits as a card or an individual number has. */
    CARD(Weight.MASKED, "カードなどの長い番号", "カードやマイナンバーのような長い番号が入っています。消してください。"),
    /** Where somebody lives, with its number. */
    HOME_ADDRESS(Weight.MASKED, "個人のお宅の住所", "個人のお宅の住所のようです。番地や部屋の番号は書かず、集合場所などを書いてください。"),
    MANY_LINKS(Weight.REFUSED, "たくさんのリンク", "リンク（https://…）は2つまでにしてください。"),
    JUNK(Weight.REFUSED, "宣伝", "お金もうけなどの宣伝は、お預かりできません。地域の行事や団体のことを書いてください。"),
    REPEATS(Weight.REFUSED, "同じ文字のくり返し", "同じ文字や言葉がくり返されています。行事や団体のことを、言葉で書いてください。"),
    MARKUP(Weight.REFUSED, "プログラムの記号", "プログラムのような記号が入っています。ふつうの言葉で書いてください。"),
    /** Somebody's home, without its number. */
    HOME(Weight.DOUBTED, "個人のお宅が会場かもしれません", ""),
    ODD_WORDS(Weight.DOUBTED, "宣伝や、きつい言葉かもしれません", ""),
    SAME_AS_BEFORE(Weight.DOUBTED, "前に見送ったものなどと同じ文です", ""),
    /** A mobile number or free mail: more often a person's than a group's. */
    PERSONAL_CONTACT(Weight.NOTED, "連絡先が、個人の携帯電話やメールかもしれません（公開してよいとの確認は済んでいます）", "");

    /** What follows. */
    private enum Weight {
        MASKED,
        REFUSED,
        DOUBTED,
        NOTED
    }

    private final Weight weight;
    private final String label;
    private final String says;

    Sign(Weight weight, String label, String says) {
        this.weight = weight;
        this.label = label;
        this.says = says;
    }

    /** As staff read it. */
    public String label() {
        return label;
    }

    /** What to change, for whoever wrote it on the page; empty where nothing is asked of them. */
    public String says() {
        return says;
    }

    /** As the database and the messages name it: {@code many-links}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it was taken out of the text. */
    public boolean isMasked() {
        return weight == Weight.MASKED;
    }

    /** Whether the text is not taken as it is. */
    public boolean isRefused() {
        return weight == Weight.REFUSED;
    }

    /** Whether staff look at it apart from the others. */
    public boolean isDoubted() {
        return weight == Weight.DOUBTED;
    }

    /** Whether staff are told of it. */
    public boolean isNoted() {
        return weight == Weight.DOUBTED || weight == Weight.NOTED;
    }

    public static Optional<Sign> findByKey(String key) {
        for (Sign sign : values()) if (sign.key().equals(key)) return Optional.of(sign);
        return Optional.empty();
    }
}
