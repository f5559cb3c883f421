package tsunagu.knowledge.question;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a question wants to be told, by its question word, and what an answer to it must have. A passage about the right
 * subject that lacks it is no answer: 「会費はいくら」 is not answered by a sentence that fees exist.
 */
enum Asked {
    SUM(
            "いくら(?!か|でも)|何円|料金|値段|金額|価格"
                    + "|なんぼ(?!あ[るっり])(?=(?:する|かか|払|です|なん|出)?\\p{IsHiragana}{0,3}[?。!\\s]*$)"
                    + "|(?:予算|費用|経費|会費|補助金|助成金?|謝礼)[はがのって]{0,2}(?:どれ|どの)(?:くらい|ぐらい|ほど)",
            "いくら|何円",
            "[0-9十百千万]\\s*円|無料"),
    CLOCK("何時(?!も)|(?:会議|開催|活動|受付|集合|開始|終了)の?時間|開館時間|開庁時間|営業時間", "何時", "[0-9]\\s*時|[0-9]:[0-9]{2}|午前|午後"),
    WEEKDAY("何曜", "何曜日?", "曜"),
    DATE(
            "いつ(?!も|でも|か(?!ら)|なが|き|く(?!ら)|つ|ぎ|ど|よ|ら|る)|何(年|月|日)(?!か|間)|日程|日時|日にち|日付|時期|期限|スケジュール",
            "いつ(?:から|ごろ|頃)?(?:[始は]じ?ま\\p{IsHiragana}*)?|何年度?|何月|何日|日程|日時|日にち|日付|時期|スケジュール",
            "[0-9元]\\s*年|[0-9]\\s*月|[0-9]{4}[./][0-9]|年度|[0-9]\\s*日"),
    DAY("日程|日時|日にち|日付|何日(?![間か後前])", "日程|日時|日にち|日付|何日", "[0-9]\\s*日(?!間)|[0-9]{1,2}[./][0-9]{1,2}"),
    SPAN("何(年|か月|ヶ月|カ月|日|週|時)間", "何(年|か月|ヶ月|カ月|日|週|時)間", "[0-9]\\s*(年|か月|ヶ月|カ月|日|週|時)間"),
    PEOPLE(
            "何(人|名)|なん(?:にん|めい)|人数|人口(?!構成|が|[はの]?(?:減|増|変|推移))|(会員|加入者|参加者|委員)数",
            "何人|何名|なんにん|なんめい|人数",
            "[0-9]\\s*(人|名)|個人\\s*[0-9]"),
    TIMES("(?<!第)何(回|度)(?!目)|回数", "何回|何度|回数", "(?<!第)[0-9]+\\s*回"),
    FREQUENCY("[年月週]に?(?:何|[どど]れくらい|どのくらい)\\D{0,3}回|何回[くぐ]らい(?:集ま|出て|発行)|頻度", "", "[年月週]に?[0-9]+回|毎[年月週]|[かヶ]月に"),
    ORDINAL("第何[回期次層]|何[回期次層]目", "第何[回期次層]|何[回期次層]目", "第[0-9]+[回期次層]"),
    LEVELS("(?<!第)何(層|階層|段階)(?!目)", "何", "[0-9]つの階?層|[0-9]段階"),
    AGE("何[歳才]", "何[歳才]", "[0-9]\\s*[歳才]|年齢を問|[0-9]0代"),
    SHARE("何(割|パーセント|%)|割合|パーセント", "何割|何パーセント|何%|割合", "[0-9]\\s*(%|割|パーセント)"),
    PLACES("何[かヶカケ箇]所", "何[かヶカケ箇]所", "[0-9]\\s*[かヶカケ箇]所"),
    NUMBER(
            "いくつ|何(団体|校|支部|地区|地域|種類|世帯|枚|冊|部(?![署分長門])|件|つ|個|ページ|組織)|数(?:は|が|を|って|も|\\?|$)(?!減|増|変わ|どう|横ばい|少な|多い|多く)",
            "いくつ|何(つ|個|件|枚)|何",
            "(?m)\\S[0-9]+$|\\([0-9]+\\)$"),
    FLOOR("何階", "何階", "[0-9]\\s*階"),
    LENGTH(
            "何(メートル|m|キロ|km)|(?:半径|距離|長さ|広さ)(?:は|って)?(?:どの|どれ)[くぐ]らい",
            "何(メートル|m|キロ|km)|(?:どの|どれ)[くぐ]らい",
            "[0-9]\\s*(メートル|m|キロ|km)"),
    PHONE(
            "電話(番号)?(?!し|を?(かけ|もら))|TEL|tel|Tel|ファックス|ファクス|FAX",
            "電話番号|電話|TEL|tel|Tel",
            "0[0-9]{1,3}[-)][0-9]{1,4}|\\(0[0-9]{1,3}\\)"),
    MAIL("メールアドレス|メアド", "", "@"),
    LINK("URL|url", "", "https?:"),
    CONTACT("連絡先|問い?合わせ先|申し?込み?先", "連絡先|問い?合わせ先", "[0-9]{2,4}[-)][0-9]{3,4}|ご連絡|問い?合わせ|窓口"),
    PERSONS_NAME("(長|先生|員|者|人|代表|担当|講師|理事)の(名前|名称|氏名)|氏名|^お?名前(は|を)", "の名前|の氏名|氏名|^お?名前", "氏名|さん|様"),
    NAME(
            "(?<![長生員者人表当師事])の(名前|名称|愛称|通称)|(?:アカウント|会社|企業|団体|組織)名(?=[はをがっも?。]|の一覧|$)|(?:何|なん)(?:て|という|と言う)(?:名前|名称)"
                    + "|(?:何|なん)(?:て|と)(?:いう|言う)お?(?:店|会社|企業|法人)|[\\p{IsHan}ァ-ヴー](?<![長生員者人])名前(?:は|なに|何|教え)",
            "の?(?:名前|名称|愛称|通称)",
            "[「『]|(?=[\\p{IsHan}ァ-ヶー]*\\p{IsHan}{4})[\\p{IsHan}ァ-ヶー]{8,}"),
    AUTHOR("(?:誰|だれ|どなた)(?:の本|の著|が書)|著者|作者|何という本|どんな本", "(?:誰|だれ|どなた)(?:の|が)|著者|作者", "『"),
    PERSON(
            "(誰|だれ|どなた|どんな人|どのような人|どういう人)(?!で?も|の本|の著|が書|か(?![?。]|$))|委員会のメンバー(?!に)|委員(の一覧|一覧|を教え)"
                    + "|(?:委員長|会長|代表者?)(?:は|って)?[?。]*$",
            "の?一覧|だれ|どなた",
            "氏名|さん|様|[市区町住]民|職員|委員(?!会)|コーディネーター|サポーター|メンバー|(?<!個)人|自治会|町内会|企業|課(?!題)|[0-9]0代"),
    ANYONE("(誰|だれ|どなた)でも", "(誰|だれ|どなた)でも", "(誰|だれ|どなた)でも|すべて|全て|全員|全世帯|問わ|問いま|対象|限り|限る|限定|資格|条件|在住|在勤"),
    ADDRESS("住所|所在地", "の住所|住所|所在地", "[0-9]\\s*(-|丁目|番)"),
    WHEREABOUTS(
            "(食堂|サロン|カフェ|センター|コーナー|集会所|公民館|会館|施設|広場|公園|居場所|ゆめこらぼ)"
                    + "((は|って|の場所は?)?どこ(?!で(?!す)|が|か|へ|を|の)|の(開催)?(場所|所在地))",
            "の(開催)?場所|の所在地",
            "[0-9]\\s*(-|丁目|番|階)|庁舎|役所|徒歩|駅"),
    TOWN_HALL("庁舎(?:(?:は|って|の場所は?)?どこ(?!で(?!す)|が|か|へ|を|の)|の(?:場所|所在地|住所))", "の場所|の所在地|の住所", "[0-9]\\s*(-|丁目|番|階)|徒歩|駅"),
    VENUE(
            "どこで(?:開|行わ|あっ|あり|やっ|やり|実施)|会場(?:は|って)?どこ|ど(?:この|の)(?:会場|ホール|会館|公民館|建物|部屋)",
            "どこで|ど(?:この|の)",
            "庁舎|会館|公民館|会場|会議室|ホール|公園|(?:館|校|センター)で"),
    GOT_AT(
            "どこ(?:で|に行けば|へ行けば)(?:も?ら[えうっい]|買[えうっい]|借り|入手|手に入|配[らっ])"
                    + "|(?:もらえる|買える|借りられる|入手できる|手に入る|配って(?:い?る)?)(?:場所|ところ|所)",
            "どこ(?:で|に行けば|へ行けば)|(?<=る)(?:場所|ところ|所)",
            "窓口|渡し|課で|館で|センターで|受け取|郵送|配布|配[らっ]|置い|設置|ご覧|販売|市役所|庁舎|ホームページ|ダウンロード"),
    BECOMING(
            "に(?:なるには|なりた|なれま|なれる|なるための?)|のなり方",
            "に|のなり方",
            "募集|応募|公募|申し?込|推薦|選出|研修|講座|委嘱|任命|登録|養成|なれ|ご覧|連絡|問い?合わせ|ください"),
    SPENT_ON("何に(?:使|つか|充て)|使い道|使途", "何に|使い道|使途", "ため|買[いうっわ]|購入|支払|使[いうっわ]|使用|充て|経費|費用|支出|活用|必要経費"),
    PERMISSION(
            "[てで]も(?:いい|良い|よい|大丈夫|かまわ|構わ)",
            "[てで]も(?:いい|良い|よい|大丈夫|かまわ|構わ)",
            "^はい|いいえ|どうぞ|できます|できません|お断り|不可(?!能)|(?:どなた|誰|だれ)でも|自由|任意|問わ|問いま|いつでも|かまわ|構わ|義務|禁止|限り|限る"),
    ENOUGH("足り(?:て|ま|る|な)|足りて|十分(?:です|に?あ|な)", "足り(?:て|ま|る|な)\\p{IsHiragana}*|十分", "不足|足り|十分|充分|少な|限られ|ない"),
    STILL("(?:今も|いまも|現在も|まだ)(?!らない)", "今も|いまも|現在も|まだ", "現在も|今も|引き続き|続[いけ]|継続|終了|終わ|^はい|いいえ|今年度|廃止|任期|休止|[月年日]まで"),
    REASON(
            "理由|原因|(?:なぜ|どうして|なんで|何で).{2,}(?:ない|減|少な|難し|進ま|ようになっ|なくなっ)"
                    + "|(?:ない|減|少な|難し|進ま|重い|薄|大き).{0,8}は(?:なぜ|どうして|なんで|何で)",
            "",
            "ため|ので|から[、。]|により|によ[っりる]|背景|理由|原因|要因|課題|不足|負担|高齢|多忙|減少|ない|薄|固定|変化"),
    CHOICE(
            "(?:選ば|選ん|選定|指定|決め).{0,12}(?:なぜ|どうして|なんで|理由|経緯|わけ|根拠)|(?:なぜ|どうして|なんで|何で).{1,30}(?:選ば|選ん|選定|指定)",
            "",
            "ため|ので|から、|により|背景|理由|根拠|踏まえ"),
    SINCE("何年(?:前)?から(?!何年)", "何年(?:前)?から", "[0-9]年|年度|[~〜～]|令和|平成|昭和"),
    COMPARED(
            "(?:[多少高安広古新早遅]\\p{IsHiragana}{1,2}|大き[いな]|小さ[いな])のは(?:どちら|どっち)"
                    + "|(?:どちら|どっち)(?:の(?:方|ほう))?が(?:先(?!生)|後(?![援輩見任])|あと|[多少高安広古新早遅]\\p{IsHiragana}|大き|小さ)",
            "",
            "[0-9]|[多少高安広早遅]|大き|小さ|より"),
    OUTCOME(
            "結果(?:は|って|を(?:教え|知り)|が知り|どう)(?![、,\\s]*(?:いつ|誰|だれ|どこ|何[年月日]))"
                    + "|(?:検証|調査|試し|やってみ|取り?組み?)[^。?]{0,10}(?:どうだった|どうでした|いかがでした|どうなりました)(?!っけ)",
            "の?結果",
            "結果|成果|実績|効果|評価|回答|答え[てたま]|分かっ|わかっ|明らか|増え|増加|減[っり]|減少|つなが(?:った|りました)|でき(?:た|ました)|な(?:った|りました)"),
    LACKING("[がの](?:ない|無い)(?:学校|小学校|中学校|地区|地域|町|ところ|所)[はが](?:どこ|どれ|どの)", "", "ない|なし|無い|未設置|空白"),
    WAY("の(?:やり方|仕方|しかた|手順)(?:は|を|が|って|について|\\?|$)", "の?(?:やり方|仕方|しかた|手順)", "方法|やり方|仕方|手順|申し?込|ください|まず[、は]|窓口|ホームページ"),
    NEXT("の次(?:は|に|の)(?!いつ|どこ)|^次[はに](?!いつ|どこ)|で次に", "の?次[はに]?", "次|その後|のち|続い|順次|以降"),
    WHICH_SCHOOL("どこの(?:小学校|中学校|学校)(?:に|で|が|の)", "どこの", "\\p{IsHan}{2,}(?:小|中)(?![学規心])(?:学校)?[、。（(\\s]"),
    APPLY("どこ(?:へ|に)申し?込|申し?込み?先", "どこ(?:へ|に)", "申し?込|窓口|連絡|問い?合わせ"),
    BODIES("何(?:法人|社|軒|店舗?|台)", "何(?:法人|社|軒|店舗?|台)", "[0-9]\\s*(?:法人|社|軒|店|台)"),
    PLACE(
            "どこ(?!か|が(?:違|ちが|変|かわ|良|いい|新|すご))|どちら(?!でも|か)|会場|場所|どの(地区|地域|ネットワーク|学区|中学校区)",
            "の会場|会場|どの(?:地区|地域|ネットワーク|学区|中学校区)",
            "[市区町村]|課|館|室|所|庁舎|センター|施設|校|中|小|地区|地域|[東西南北中]部|ホームページ|YouTube|窓口");

    private static final Pattern HELD = Pattern.compile("(?:日時|日程|期日|開催日)\\s*:");
    private static final Pattern BUILDING = Pattern.compile("[0-9]階|庁舎");
    private static final Pattern THINGS = Pattern.compile("[0-9一二三四五六七八九]つ");
    private static final Pattern SITE = Pattern.compile("館|会場|センター|拠点|公園|窓口|ホームページ|YouTube");
    private static final Pattern PEOPLE_MEANT = Pattern.compile("職員|委員(?!会)|[市区町会]長|参加者|[市区町]民(?!館|集会)");

    private final Pattern question;
    private final Pattern saidAs;
    private final Pattern answer;

    /**
     * @param question finds the question word
     * @param saidAs what of the question the answer does not repeat; empty for nothing
     * @param answer finds what an answer must have
     */
    Asked(String question, String saidAs, String answer) {
        this.question = Pattern.compile(question);
        this.saidAs = Pattern.compile(saidAs.isEmpty() ? "(?!)" : saidAs);
        this.answer = Pattern.compile(answer);
    }

    /** All that a question wants, which is nothing in particular for most; NFKC text expected. */
    static List<Asked> in(String question) {
        return Arrays.stream(values())
                .filter(asked -> asked.question.matcher(question).find())
                .toList();
    }

    /** The question without the words that this kind of answer stands for: an address is told without 「住所」. */
    String withoutQuestionWords(String question) {
        return saidAs.matcher(question).replaceAll(" ");
    }

    /** Whether the answer is a figure or a date: what a newer document says overtakes what an older one says. */
    boolean ages() {
        return switch (this) {
            case SUM,
                    CLOCK,
                    WEEKDAY,
                    DATE,
                    DAY,
                    SPAN,
                    PEOPLE,
                    TIMES,
                    FREQUENCY,
                    ORDINAL,
                    LEVELS,
                    AGE,
                    SHARE,
                    PLACES,
                    NUMBER,
                    FLOOR,
                    LENGTH -> true;
            case PHONE,
                    MAIL,
                    LINK,
                    CONTACT,
                    PERSONS_NAME,
                    NAME,
                    AUTHOR,
                    PERSON,
                    ANYONE,
                    ADDRESS,
                    WHEREABOUTS,
                    TOWN_HALL,
                    VENUE,
                    GOT_AT,
                    BECOMING,
                    SPENT_ON,
                    PERMISSION,
                    ENOUGH,
                    STILL,
                    REASON,
                    CHOICE,
                    COMPARED,
                    SINCE,
                    OUTCOME,
                    LACKING,
                    WAY,
                    NEXT,
                    WHICH_SCHOOL,
                    APPLY,
                    BODIES,
                    PLACE -> false;
        };
    }

    /** Whether a text has what an answer needs, and no doubt about it: a name in a column of names, an
     * address. */
    boolean isSurelyToldIn(String text) {
        return switch (this) {
            case PERSON -> PERSONS_NAME.isToldIn(text);
            case PLACE -> ADDRESS.isToldIn(text) || BUILDING.matcher(text).find();
            case DATE, DAY -> HELD.matcher(text).find();
            default -> false;
        };
    }

    /** Whether a text has it even where nothing says what the question is about: 人 and 地域 stand in too many. */
    boolean isPlainlyToldIn(String text) {
        return switch (this) {
            case PERSON -> isSurelyToldIn(text) || PEOPLE_MEANT.matcher(text).find();
            case PLACE -> isSurelyToldIn(text) || SITE.matcher(text).find();
            case NUMBER -> isToldIn(text) || THINGS.matcher(text).find();
            default -> isToldIn(text);
        };
    }

    /** Whether a text has what an answer needs; NFKC text expected. */
    public boolean isToldIn(String text) {
        return answer.matcher(text).find();
    }
}
