package tsunagu.knowledge.question;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a question wants to be told, by its question word, and what an answer to it must have. A passage about the right
 * subject that lacks it is no answer: 「会費はいくら」 is not answered by a sentence that fees exist.
 */
public enum Asked {
    SUM("いくら(?!か|でも)|何円|料金|値段|金額|価格", "[0-9十百千万]\\s*円|無料"),
    CLOCK("何時(?!も)|開館時間|開庁時間|営業時間", "[0-9]\\s*時|[0-9]:[0-9]{2}|午前|午後"),
    WEEKDAY("何曜", "曜"),
    DATE(
            "いつ(?!も|でも|か)|何(年|月|日)(?!か)|日程|日時|日にち|時期|期限|スケジュール",
            "[0-9元]\\s*年|[0-9]\\s*月|[0-9]{4}[./][0-9]|年度|[0-9]\\s*日"),
    PEOPLE("何(人|名)|人数|(会員|加入者|参加者|委員)数", "[0-9]\\s*(人|名)|個人\\s*[0-9]"),
    TIMES("何(回|度)", "[0-9]\\s*回"),
    SHARE("何(割|パーセント|%)|割合|パーセント", "[0-9]\\s*(%|割|パーセント)"),
    NUMBER(
            "いくつ|何(団体|校|層|地区|地域|種類|箇所|か所|ヶ所|カ所|ケ所|世帯|枚|件|つ|個|ページ|組織|階層|段階)|数(は|が|を|って|も)",
            "[0-9一二三四五六七八九十]"),
    PHONE("電話(番号)?(?!し|を?(かけ|もら))|TEL|tel|Tel|ファックス|ファクス|FAX", "0[0-9]{1,3}[-)][0-9]{1,4}|\\(0[0-9]{1,3}\\)"),
    MAIL("メールアドレス|メアド", "@"),
    LINK("URL|url", "https?:"),
    PERSON(
            "(誰|だれ|どなた)(?!で?も|か(が|に|を|の|と|も))|名前は|氏名",
            "氏|さん|名|委員|[市区町]民|[住]民|団体|会|者|人|個人|世代|課|職員"),
    ADDRESS("住所|所在地", "[0-9]\\s*(-|丁目|番)"),
    PLACE(
            "どこ(?!か)|どちら(?!でも|か)|会場|どの(地区|地域|ネットワーク|学区|中学校区)",
            "[市区町村]|課|館|室|所|庁舎|センター|施設|校|中|小|地区|地域|[東西南北中]部|ホームページ|YouTube|窓口");

    private final Pattern question;
    private final Pattern answer;

    Asked(String question, String answer) {
        this.question = Pattern.compile(question);
        this.answer = Pattern.compile(answer);
    }

    /** All that a question wants, which is nothing in particular for most; NFKC text expected. */
    static List<Asked> in(String question) {
        return Arrays.stream(values())
                .filter(asked -> asked.question.matcher(question).find())
                .toList();
    }

    /** Whether a text has what an answer needs; NFKC text expected. */
    public boolean isToldIn(String text) {
        return answer.matcher(text).find();
    }
}
