package tsunagu.conversation.words;

import java.util.regex.Pattern;

/** Words as they are asked, without what only frames the asking: pictures, 「ちょっと聞きたいのですが」, 「教えてください」. */
public final class Wording {
    private static final Pattern PICTURES =
            Pattern.compile("^[\\p{So}\\p{Sk}\\p{Cs}\\uFE0F\\u200D\\s]+|[\\p{So}\\p{Sk}\\p{Cs}\\uFE0F\\u200D♪〜~\\s]+$");

    /** 「すみません、助けて」 is a cry for help as 「助けて」 is. */
    private static final Pattern OPENING =
            Pattern.compile("^(?:(?:大変)?(?:すみません|すいません|申し訳(?:あり|ござい)ません|恐れ入ります|失礼します)|ごめんください"
                    + "|お(?:尋|たず)ねします|質問です|教えてください|お世話に(?:なります|なっております)|ちょっと|あのう?|えっ?と|ねえ|ところで|ちなみに"
                    + "|(?:最後に|もう一つ|もうひとつ|あと)(?=、)"
                    + "|こんにちは|こんばんは|おはよう(?:ございます)?)(?:が|けど)?[、。,!！\\s]+(?=[^、。!！?？\\s]{2})");

    private static final Pattern PREAMBLE =
            Pattern.compile("^確認(?:なん)?です(?:が|けど)[、,。\\s]+(?=.{2})|^[^、。★?]{0,12}?(?:聞き|きき|うかがい|伺い|尋ねし|質問し|知り)たい"
                    + "(?:こと)?(?:の|ん|が)?(?:です|ある|あるの|あるん)?(?:です)?(?:が|けど|けれど)[、,。\\s]+(?=.{2})");

    private static final String GREETING = "(?:こんにちは|こんばんは|(?:はじ|初)めまして|すみません)?[。、!！\\s]*";
    private static final String RESIDENT = "(?:住んで(?:い?る|い?ます|おります)(?:者|もの|住民)?(?:です)?"
            + "|在住(?:の者)?です|の(?:住民|市民|区民|者)です" + "|(?:会長|委員|役員|班長|[店仕農]\\S{0,3})を(?:して|やって)(?:い?ます|おります))";
    private static final String QUESTION =
            "[^。]*(?:[?？]|か|は|の|なぜ|ため|何|誰|いつ|どこ|いくつ|違い" + "|(?:教え|助け|たすけ)て.{0,8}|ください)[。!！?？\\s]*$";

    /** 「西東京市に住んでいる者です。」, before a question. */
    private static final Pattern WHO_ASKS = Pattern.compile("^" + GREETING + "[^。?？]{0,40}?" + RESIDENT
            + "(?:[。!！]|(?:の|ん)?(?:です)?(?:が|けど|けれど|ので)[、,])\\s*(?=" + QUESTION + ")");

    private static final Pattern HUMBLY =
            Pattern.compile("お(?:教え|聞かせ)" + "(?:いただけ(?:ます|ません)(?:でしょう)?か|ください|下さい|願います|いただきた(?:い|く))");

    /** 「並べてもらえますか」 asks for no yes. */
    private static final Pattern MAY_I_ASK =
            Pattern.compile("(?<=教え|並べ|挙げ|比べ|まとめ|説明し|紹介し|見せ|知らせ)て(?:もらえ|いただけ|頂け|くれ)ま(?:す|せん)(?:でしょう)?か");

    /** 「課題は何ですか。記者です、短くお願いします」 */
    private static final Pattern WHO_ASKED =
            Pattern.compile("(?<=[?？。!！、\\s])(?:宿題(?:なの|です|なんです|で)?|取材(?:です|中です)|記者です|学生です"
                    + "|記事に(?:書|し)[^。?？]{0,12}|レポートで[^。?？]{0,12}|卒論で[^。?？]{0,12}|(?:短く|簡単に|一言で|手短に)[^。?？]{0,8})"
                    + "[、。\\s]*(?:(?:短く|簡単に|一言で|手短に)[^。?？]{0,8}|お願いします)?[。!！\\s]*$");

    private static final String WHO = "(?<=何|なに|誰|だれ|どこ|いつ|いくつ|いくら|どれ|どっち|どちら|どう|何[人校回年個])(?:なの|です)?";

    /** 「委員は誰かご存じですか」 */
    private static final Pattern DO_YOU_KNOW =
            Pattern.compile(WHO + "か(?:ご存[じ知]|わか|分か|知って|知り|教えて|おしえて)[^。?？]*[。?？\\s]*$");

    private static final Pattern ASKED_FOR = Pattern.compile("(?<=[?？]|ですか|ますか|でしょうか|よね)[\\s、。]*(?:どうか)?"
            + "(?:教えて|おしえて)(?:ください|下さい|(?:ほし|欲し)い(?:です)?|(?:もらえ|いただけ|くれ)ま(?:す|せん)か)?[。!！?？\\s]*$");

    /** 「委員は誰かな」 asks who, 「5校かな」 whether. */
    private static final Pattern WHO_I_WONDER = Pattern.compile(WHO + "か(?:な|しら|ね)[。!？?\\s]*$");

    private static final Pattern I_WONDER = Pattern.compile("か(?:な|しら|ね)[。!\\s]*$");

    /** 「企業って入れますか」; 「行って話す」 has no topic, and 「って何」 asks for a meaning. */
    private static final Pattern TOPIC = Pattern.compile("(?<=[\\p{IsHan}\\p{IsKatakana}ー★」])"
            + "(?<![行言買使通]|[思持待作入]|[知立減困帰]|[送取乗守切打])って(?=[\\p{IsHan}0-9★](?<![何本])"
            + "|何(?:[人回名年月]|[日時枚個校]|[件地団階箇か])|いくつ|いつ|どこ|だれ|どの(?!よう)|あ[るり]|でき[るま]|もう|まだ)");

    /** 「子ども食堂は　どこにありますか」 */
    private static final Pattern PAUSE = Pattern.compile("(?<=[はがのに]|[をでもへ])[\\s　]+(?=[\\p{IsHiragana}何誰減増入参])");

    private static final String QUESTION_WORD =
            "いつ|どこ|どう(?!ぞ|せ|も)|どの|どれ|どち|どっち|どん|どなた|(?:誰|だれ)(?!とも|か[にが]|も)|何(?!度[もか]|か|でもな|人か|も)"
                    + "|なに(?!か|も)|なん(?:の|で(?!もない)|と|じ|に|こ|ば)|いくら|いくつ|なぜ";

    private static final String REQUEST =
            "教え|おしえ|知りた|しりた|調べ|探し|さがし|ください|下さい|くれ(?:る|ない|ま)|もらえ|ほしい|欲しい|願い(?!申)|おねがい(?!申)|お尋ね|聞きた|相談|困って|わからな|分からな"
                    + "|わかりませ|分かりませ|聞こえ(?:な|ませ)|について|とは|一覧|たい(?:です|ん|の|な|と|けど|が|$)|でき(?:ない|る|ませ)|られ(?:ない|ませ)";

    /** Plain speech asks by its last word: 「全部やるの」, 「これで全部か」, 「窓口は」, 「見せて」. */
    private static final String LAST_WORD = "(?:[のかはをて]|かな|かしら|って|でしょう|だろう|よう|(?:です|ます|でした|ました)よね)[。!…〜ー\\s]*$"
            + "|(?:です|ます|でしょう|ません)か(?:ね|な)?[。!…〜ー\\s]";

    private static final String ABROAD =
            "(?i)\\b(?:what|where|when|who|whom|how|which|why|can|could|would|is there|are there|does"
                    + "|do (?:you|i|we|they)|tell me|show me|please|want|need|looking for|feel)\\b"
                    + "|[吗嗎呢]|什么|什麼|哪|怎|几|幾|谁|誰|请问|請問|告诉|告訴|想知道|有没有|어디|언제|누구|무엇|뭐|뭘|몇|어떻게|왜|알려|나요|까요|습니까|인가요|싶";

    private static final Pattern ASKS =
            Pattern.compile("[?？]|" + QUESTION_WORD + "|" + REQUEST + "|" + LAST_WORD + "|" + ABROAD);

    /** How sentences end that tell; 「90分くらいの手伝い」 is none. */
    private static final Pattern TELLS =
            Pattern.compile("(?:です|ます|ました|でした|ません|ございます|だ|た|よ|ね|ねえ|ねぇ|な|なあ|なぁ|(?<=[いただ])わ|わあ|ぞ|[しなたさきつ]い|[暑寒痛良眠高低]い"
                    + "|[てで]る|[らりるれ]る|がる|[っん]す|けど|から|のに|だろうに|やん|やで|じゃん|もん|[ァ-ヴー]る|くて|[a-z가-힣]{2}[.!~]*)"
                    + "[。!！…・〜~ーw笑草ㅋㅎ♪\\p{So}\\p{Sk}\\p{M}\\s]*$");

    private static final int LONGEST_END = 60;

    private Wording() {}

    /** Whether words only tell something: 「今日は暑いです」; a question of few words is none. */
    public static boolean asksNothing(String words) {
        String end = words.substring(Math.max(0, words.length() - LONGEST_END));
        return TELLS.matcher(end).find() && !isAsking(words);
    }

    /** Whether words hold something that asks. */
    public static boolean isAsking(String words) {
        return ASKS.matcher(words).find();
    }

    /** Without pictures before and after, and without what opens a message; as it is where there is nothing else. */
    public static String bare(String typed) {
        String words = PICTURES.matcher(typed).replaceAll("");
        return words.isEmpty() ? typed : without(OPENING, words);
    }

    /** The question itself; the names in it may have been replaced by ★. */
    public static String plain(String words) {
        String asked = without(WHO_ASKED, without(WHO_ASKS, without(PREAMBLE, words)));
        asked = MAY_I_ASK.matcher(asked).replaceFirst("てください");
        asked = without(ASKED_FOR, HUMBLY.matcher(asked).replaceFirst("教えてください"));
        asked = DO_YOU_KNOW.matcher(asked).replaceFirst("?");
        asked = I_WONDER.matcher(WHO_I_WONDER.matcher(asked).replaceFirst("?")).replaceFirst("か?");
        return PAUSE.matcher(TOPIC.matcher(asked).replaceAll("は")).replaceAll("");
    }

    private static String without(Pattern what, String words) {
        return what.matcher(words).replaceFirst("");
    }
}
