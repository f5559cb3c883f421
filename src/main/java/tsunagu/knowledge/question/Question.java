package tsunagu.knowledge.question;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.text.Years;

/** A question as it was understood. Texts it is held against are expected in NFKC. */
public final class Question {
    private static final Pattern FIGURE = Pattern.compile(
            "第[0-9一二三四五六七八九十]+|[0-9]+(?![0-9]*つの[^、。]{0,6}?(?:うち|中で))(?:回|人|団体|校|つ)?(?:以上|以下|未満|より多|より少)?");

    private static final Pattern WHO_DOES =
            Pattern.compile("(?:誰|だれ|どなた)(?:が|の(?:役割|役目|仕事|担当|責任))" + "|(?:する|やる|行う|担う|してい?る)(?:の|人)は(?:誰|だれ|どなた)");

    private static final Pattern WHETHER_SO =
            Pattern.compile("(?:です|ます|でした|ました|ません|だった|[なる]の|なん|本当)(?:か|かね|よね|っけ)?[?。!]*$|い[?]+$");
    private static final Pattern NAMES_ONLY =
            Pattern.compile("[^\\s、。?は]{1,10}[のと][^\\s、。?は]{1,10}(?:は|って|について)?[?。]*");
    private static final Pattern NAMED = Pattern.compile("^(?:[^、。]{0,12}、)?[^\\s、。?は]{1,14}の[^\\s、。?は]{1,10}"
            + "(?:(?:は|って|とは)?(?:何|なに|なん|どんな|どういう|あり|ある)[^、。]{0,14}"
            + "|[はをって]{0,2}(?:教え|おしえ|知り)[^、。]{0,14}|は|って|について)?[?。!\\s]*$");
    private static final Pattern HOW = Pattern.compile("どうすれば|どうしたら|どうやって|どのように|どうなる|どうなっ|どんな|何を");
    private static final Pattern NEVER = Pattern.compile("(?!)");
    /** 「どう登録するの」 */
    private static final Pattern WAY = Pattern.compile("どうやって|どうやる|どうすれば|どうしたら|どう(?:登録|申し?込|[つ使]か?[うえ])|方法|やり方|手順"
            + "|(?:入る|加入する|参加する|申し?込む|登録する|相談する|借りる|使う|受け取る|(?<![てで])もらう)には[?。!\\s]*$");

    private static final Pattern BEGAN =
            Pattern.compile("いつ(?:から|ごろ|頃)?(?:始|はじ)[まめ](?!る)|(?:始|はじ)[まめっ](?!る)\\p{IsHiragana}{1,3}のはいつ");

    private static final Pattern BEGUN = Pattern.compile("始|はじ|から(?![0-9]+(?:時|:|年が))|より|[~〜～]|スタート|設立|発足|でき|創|以降");

    private static final Pattern CHANGES =
            Pattern.compile("(?:増え|減っ)て(?:い?る|い?ます)(?:の|ん)?(?:です|でしょう)?か?[なね]?[?。!\\s]*$");
    private static final Pattern CHANGED = Pattern.compile("増|減|横ばい|変わら|推移|低下|上昇|薄|衰|少なく|弱ま");

    /** 「次の計画は」 is another than the one there is. */
    private static final Pattern NEXT = Pattern.compile("次[のには]");

    /** 「次はいつやるの」 */
    private static final Pattern NEXT_TIME =
            Pattern.compile("(?<![第0-9一二三四五年順目]|第.)次(?:回|は|の(?:会(?!議室)|回|開催|集まり))[、,]?[^。、]{0,8}(?:いつ|何[月日])"
                    + "|新しい(?:の|方|ほう|やつ|もの)(?:は|って|も)?[^。、]{0,6}(?:いつ|何[年月日])");

    private static final Pattern LATER = Pattern.compile("次|今後|これから|この先|このあと|この後|将来|先々|あと");
    /** 「ネットワークと自治会の違い」 */
    private static final Pattern DIFFERENCE = Pattern.compile("と[^、。]{1,20}の(?:違い|ちがい|差)");

    private static final Pattern WISHES = Pattern.compile(
            "(?<![知聞読見]り?|しり|きき|よみ|学び|学|確認し|把握し|理解し|確かめ)たい(?:です|なあ?|の(?:です|だ)?)?(?:が|けど|けれど)?[。!\\s]*$");
    private static final Pattern INVITES =
            Pattern.compile("参加(?:でき|して|しま|を|者を)|申し?込|募集|応募|公募|問い?合わせ|窓口|でき(?:ます|る)|ご覧|ください|お待ち|連絡|相談|支援|紹介");
    private static final Pattern PART_OF = Pattern.compile("参加し|加入し|加わっ|入って|含まれ|メンバー|一員");
    private static final Pattern OF_ALL = Pattern.compile("全部で|全体で|全市|(?:市|区)(?:内|全体|全域)に");
    private static final Pattern ALL_TIMES = Pattern.compile("[全計]\\s*[0-9]+\\s*回");
    private static final String SOME_VERB = "たる";
    private static final Pattern NAMED_PEOPLE = Pattern.compile("(?<=[0-9])名");
    private static final Pattern THINGS = Pattern.compile("[一二三四五六七八九](?=つ)");

    private static final Pattern THE_SO_MANY = Pattern.compile("(?<![0-9])([0-9])つの(?=\\p{IsHan}{2})");
    private static final Pattern SO_MANY = Pattern.compile("[0-9]+つの\\p{IsHan}{2,}");

    private static final Set<Asked> SAID_OTHERWISE = Set.of(Asked.NUMBER, Asked.SPENT_ON);

    /** A text that has what these ask for mostly tells it of what it is about, whatever its wordings ask. */
    private static final Set<Asked> SHOWN =
            Set.of(Asked.NUMBER, Asked.SPENT_ON, Asked.DATE, Asked.AGE, Asked.PERSON, Asked.REASON, Asked.OUTCOME);

    private final String text;
    private final QueryReading reading;
    private final List<Asked> asked;
    private final List<String> terms;
    private final Pattern counted;
    private final OptionalInt nth;
    /** Looked for once, and not in each of the many wordings that are never held against a text. */
    private volatile Signs signs;

    /**
     * @param text as typed, in NFKC
     * @param reading its words without those that only frame a question
     * @param asked what an answer must have
     * @param terms what it asks the meaning of, from the longest wording to the shortest; empty for other questions
     * @param counted finds where a text counts a thing that was asked about: 「4つのネットワーク」
     * @param nth which of a list it asks for, from 1; its text is without it
     */
    Question(
            String text,
            QueryReading reading,
            List<Asked> asked,
            List<String> terms,
            Pattern counted,
            OptionalInt nth) {
        this.text = text;
        this.reading = reading;
        this.asked = List.copyOf(asked);
        this.terms = List.copyOf(terms);
        this.counted = counted;
        this.nth = nth;
    }

    /** As typed, in NFKC. */
    public String text() {
        return text;
    }

    /** Its words without those that only frame a question. */
    public QueryReading reading() {
        return reading;
    }

    /** What an answer must have. */
    public List<Asked> asked() {
        return asked;
    }

    /** What it asks the meaning of, from the longest wording to the shortest; empty for other questions. */
    public List<String> terms() {
        return terms;
    }

    /** Which of a list it asks for, from 1; its text is without it. */
    public OptionalInt nth() {
        return nth;
    }

    /** 「最後の会議」 */
    public Turn turn() {
        return signs().turn();
    }

    /** As typed, with figures for all numbers of things: 「3つの方向性」. */
    public String figures() {
        return signs().figures();
    }

    /**
     * What is looked for in a question each time that a text is held against it.
     *
     * @param began 「いつ始まったの」
     * @param changes 「増えてる？」
     */
    private record Signs(String figures, Turn turn, boolean asking, boolean wishes, boolean began, boolean changes) {
        static Signs of(String text, QueryReading reading, List<Asked> asked) {
            String figures = withDigits(text);
            return new Signs(
                    figures,
                    Turn.in(figures),
                    Deeds.isAsking(reading),
                    WISHES.matcher(text).find(),
                    BEGAN.matcher(text).find(),
                    !asked.contains(Asked.REASON) && CHANGES.matcher(text).find());
        }
    }

    private Signs signs() {
        Signs seen = signs;
        if (seen == null) signs = seen = Signs.of(text, reading, asked);
        return seen;
    }

    /** Whether another question wants all that this one does, and something in particular only where this one does. */
    public boolean wantsLike(Question other) {
        return other.asked.containsAll(asked) && other.asked.isEmpty() == asked.isEmpty() && isOfSame(other);
    }

    /** The same, but for how many and what for, where texts say so: 「子ども食堂の件数」, 「子ども食堂はいくつ」. */
    public boolean wantsMuchLike(Question other) {
        return wantsBut(SAID_OTHERWISE, other);
    }

    /** The same, but for what an answer shows by itself: 「いつから」, 「どんな人が」. */
    public boolean wantsNearly(Question other) {
        return wantsBut(SHOWN, other);
    }

    /** @param free what the other question need not want */
    private boolean wantsBut(Set<Asked> free, Question other) {
        return asked.stream().allMatch(each -> free.contains(each) || other.asked.contains(each)) && isOfSame(other);
    }

    private boolean isOfSame(Question other) {
        return other.nth.equals(nth)
                && (!asksMeaning() || other.asksMeaning())
                && (!asksOfAll() || other.asksOfAll())
                && (!WAY.matcher(text).find() || WAY.matcher(other.text).find())
                && (!NEXT.matcher(text).find() || LATER.matcher(other.text).find());
    }

    /** Whether each word counts: 「パソコンが壊れました」 is no question, and 「ネットワークと自治会の違い」 one of both. */
    public boolean isOfEachWord() {
        return Deeds.isOf(reading) || DIFFERENCE.matcher(text).find();
    }

    /** Whether it asks, whatever else it tells: 「書類を送りたいので住所を教えて」. */
    public boolean isAsking() {
        return signs().asking();
    }

    /** Whether it asks how something is done, or how two differ: nothing near it will do. */
    public boolean asksOfOne() {
        return WAY.matcher(text).find() || DIFFERENCE.matcher(text).find();
    }

    /** What other questions are compared with: without what is only needed to search and to judge texts. */
    public Question asWording() {
        return new Question(text, new QueryReading(text, text, List.of(), List.of()), asked, terms, NEVER, nth);
    }

    /** 「地域カルテとは」 */
    public boolean asksMeaning() {
        return !terms.isEmpty();
    }

    /** Whether it asks for a figure or a date: then only the newest of the documents that tell it counts. */
    public boolean asksWhatAges() {
        return asked.stream().anyMatch(Asked::ages);
    }

    /** Whether it asks when something will be the next time: what was told before is of an earlier one. */
    public boolean asksNextTime() {
        return NEXT_TIME.matcher(text).find();
    }

    /** 「次の計画は」, and a text speaks of no later one. */
    public boolean isOfLaterThan(String other) {
        return asksNextTime()
                || NEXT.matcher(text).find() && !LATER.matcher(other).find();
    }

    /** 「会場は」 */
    public boolean asksWhere() {
        return asked.contains(Asked.PLACE);
    }

    /** 「委員は何人」 */
    public boolean asksHowManyPeople() {
        return asked.contains(Asked.PEOPLE);
    }

    /** 「方向性はいくつ」, and nothing else. */
    public boolean asksHowMany() {
        return asked.equals(List.of(Asked.NUMBER));
    }

    /** 「会議は何回」 */
    public boolean asksHowOften() {
        return asked.contains(Asked.TIMES);
    }

    /** 「防犯パトロールは誰がやるの」 */
    public boolean asksWhoDoes() {
        return asked.equals(List.of(Asked.PERSON)) && WHO_DOES.matcher(text).find();
    }

    /** 「資料の保管は自治会の役割ですか」 is answered by what says just that. */
    public boolean asksWhetherSo() {
        return asked.isEmpty() && terms.isEmpty() && WHETHER_SO.matcher(text).find();
    }

    /** 「行政との交渉は」 names something of several words and asks nothing of it. */
    public boolean namesOnly() {
        return asked.isEmpty() && terms.isEmpty() && NAMES_ONLY.matcher(text).matches();
    }

    /** 「行政との交渉は何ですか」, 「…の課題を教えて」: what is asked for is something of what is named. */
    public boolean asksOfNamed() {
        return asked.isEmpty() && NAMED.matcher(text).find();
    }

    /** 「歴史を調べたい」 is answered by what {@link #invites}, and not by what is only about it. */
    public boolean wishes() {
        return signs().wishes();
    }

    /** Whether a text tells what one can do, or whom to ask. */
    public static boolean invites(String text) {
        return INVITES.matcher(text).find();
    }

    /** 「認定農業者は参加していますか」: that a row of names has it is the answer. */
    public boolean asksWhetherPartOf() {
        return asksWhetherSo() && PART_OF.matcher(text).find();
    }

    /** 「愛着を持つにはどうすれば」 asks for something, though it names little. */
    public boolean asksHow() {
        return HOW.matcher(text).find();
    }

    /** Whether a text has all that an answer must have. */
    public boolean isToldIn(String text) {
        return asked.stream().allMatch(each -> each.isToldIn(text) || each == Asked.NUMBER && isCountedIn(text))
                && tellsTheCourse(text);
    }

    /** 「いつ始まったの」 is not told by any day, nor 「増えてる？」 by what there is. */
    boolean tellsTheCourse(String other) {
        return (!signs().began() || BEGUN.matcher(other).find())
                && (!signs().changes() || CHANGED.matcher(other).find());
    }

    /** Whether a text has all that an answer must have, though the question does not say what it is about. */
    public boolean isPlainlyToldIn(String text) {
        return asked.stream().allMatch(each -> each.isPlainlyToldIn(text)) && tellsTheCourse(text);
    }

    /** Whether a text has what an answer must have, and no doubt about it. */
    public boolean isSurelyToldIn(String text) {
        return (asked.contains(Asked.NUMBER) || asked.contains(Asked.TIMES)) && isCountedIn(text)
                || asked.contains(Asked.TIMES)
                        && asksOfAll()
                        && ALL_TIMES.matcher(text).find()
                || asked.stream().anyMatch(each -> each.isSurelyToldIn(text));
    }

    private boolean asksOfAll() {
        return OF_ALL.matcher(text).find();
    }

    /** 「中学校区は全部でいくつ」 is not told by how many of them have something: 「会議を設置した4中学校区」. */
    private boolean isCountedIn(String other) {
        boolean all = asksOfAll();
        return counted.matcher(other)
                .results()
                .anyMatch(
                        count -> !all || count.start() == 0 || SOME_VERB.indexOf(other.charAt(count.start() - 1)) < 0);
    }

    /** Whether a text has the figures of the question: 「第5回」 is not answered by what is known of the fourth. */
    public boolean hasItsFiguresIn(String other) {
        String digits = withDigits(other);
        String figures = figures();
        if (!turn().mayBe(figures, digits)) return false;
        return FIGURE.matcher(figures).results().allMatch(figure -> {
            // 「17の地域」 are not told of in 「通信 第17号」.
            String before = figures.startsWith("の", figure.end()) ? "(?<![0-9第])" : "(?<![0-9])";
            return Pattern.compile(before + figure.group() + "(?![0-9])")
                    .matcher(digits)
                    .find();
        });
    }

    /** Whether a text speaks of so many of a thing, as the question does: 「4つの方向性」. */
    public boolean isOfSoMany(String other) {
        return SO_MANY.matcher(figures())
                .results()
                .anyMatch(things -> withDigits(other).contains(things.group()));
    }

    /** 「3つの将来像を教えて」: how many of one thing it asks for, and no other figure. */
    public OptionalInt soMany() {
        String digits = figures();
        List<String> things = THE_SO_MANY
                .matcher(digits)
                .results()
                .map(found -> found.group(1))
                .toList();
        boolean one = things.size() == 1 && FIGURE.matcher(digits).results().count() == 1;
        return one ? OptionalInt.of(Integer.parseInt(things.getFirst())) : OptionalInt.empty();
    }

    /** 「三つ」 is 「3つ」, and 「1,200」 1200. */
    static String withDigits(String text) {
        String whole = WordReader.withWholeNumbers(text);
        return THINGS.matcher(NAMED_PEOPLE.matcher(whole).replaceAll("人"))
                .replaceAll(found -> String.valueOf(Years.number(found.group())));
    }
}
