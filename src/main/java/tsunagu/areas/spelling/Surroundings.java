package tsunagu.areas.spelling;

import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.text.FoldedText;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

/** Whether what stands left and right of a short name lets it be that name. */
final class Surroundings {
    private Surroundings() {}

    /** In Chinese no particle parts a name from its verb. */
    private static final String CHINESE = "什有的是属屬附哪几幾和吗嗎怎最比成与與跟想去到问問了说說也还還网網么呢买租读念";

    /** Kanji that end a word before a name (市立東小, 現在東町, 最近中町) or begin one after it (東町在住, 中町三丁目). */
    private static final String WORD_ENDS = CHINESE + "市区都県町村立在今元旧度年方所辺内前後近週私僕";

    private static final String WORD_BEGINS = CHINESE + "入参加愛前丁番号内在付近周辺駅側方会商通学校住出育地公集区団の個平令一二三四五六七八九十";
    private static final Set<Character> PARTICLES =
            Set.of('は', 'が', 'の', 'に', 'を', 'と', 'で', 'も', 'へ', 'や', 'か', 'だ', 'ね', 'よ', 'っ', 'な', 'ち', 'ら', 'さ');

    /** A school's name, perhaps misspelt: 「ほうやだいいちしょ」 is more than ほうや. */
    private static final Pattern GOES_ON = Pattern.compile("ちゅ|ちゆ|しょ|しよ|だい[いにさよ]");

    private static final Pattern OFFICE = Pattern.compile("[市区](?:長|議会|役所|民|内|外)");

    /** 「田無第二庁舎」 is no school. */
    private static final String TOWN_HALL = "庁舎";

    /** 「住んでるけどにしにしネット？」「それってふらわーネット？」 */
    private static final Set<String> BUT = Set.of("けど", "って");

    private static final Pattern AFTER_KANA = Pattern.compile("まで|まえ|まわり|します|しゅうへん|しか");

    private static final String LIVES =
            "に(?:住んで|すんで|居住して)(?:い|お)?(?:る|ります|ます|た|ました)|に住(?:んでいる|んでる|む)[\\p{IsHan}\\p{IsKatakana}]{0,5}"
                    + "|に(?:引っ?越し|ひっこし|越し|移っ|転居し|転入し|入居し)(?:て(?:き|来))?(?:た|ました|ます)(?:ばかり)?"
                    + "|に(?:引っ?越す|来た|来ました|います|いる|家があ(?:る|ります))|へ(?:引っ?越し|越し)て(?:き|来)(?:た|ました)";

    private static final Pattern POLITE_REST = Pattern.compile("[。、!?！？ー〜~\\p{So}]*(?:" + LIVES
            + "|です(?:が|けど)?|だ(?:よ|けど)?|なんです(?:が|けど)?|なんだけど|の(?:近く|ちかく|そば|あたり|辺り|者|住民)|付近|在住|は)*"
            + "[。、!?！？〜~\\p{So}]*");

    /** Nobody asks longer where a town is; patterns that repeat may not be let loose on any length. */
    private static final int LONGEST_REST = 60;

    /** 「芝久保ってどこの地区ですか」 */
    private static final Pattern WHERE_REST = Pattern.compile("(?:って|は|の(?:人|者|住民)(?:は|です)?|なんです(?:が|けど)|だと|[、?？])*"
            + "(?:(?:どこ|どの|どっち|どちら|何|なに)(?:の)?(?:地区|地域|部|ぶ|えりあ|ねっとわーく|ねっと)?|何部)"
            + "(?:に(?:なり|入り|はいり|なる|入る|はいる)?|です|だ|か|ます|の|でしょう|っけ|かな|ですか|[。?？!！])*");

    static boolean isAlone(String folded, int start, int end) {
        String rest = folded.substring(end);
        boolean begins = start == 0 || !Kana.isKanji(folded.charAt(start - 1));
        if (begins && Name.isChomeAt(folded, end)) return true;
        return start == 0
                && rest.length() <= LONGEST_REST
                && (POLITE_REST.matcher(rest).matches()
                        || WHERE_REST.matcher(rest).matches());
    }

    /** Whether an office begins here: 「西東京市長」 is the 市長 of 西東京. */
    static boolean isOffice(String folded, int start) {
        return OFFICE.matcher(folded).region(start, folded.length()).lookingAt();
    }

    /** @param afterMatch whether another name ends right before this one: 「西東京市中町」 */
    static boolean fit(FoldedText text, int start, int end, boolean afterMatch) {
        String name = text.folded().substring(start, end);
        if (holdsParticle(text, name, start, end)) return false;
        char before = beforeOf(text, start);
        char after = afterOf(text, end);
        if (Kana.isLatin(name.charAt(0)) && Kana.isLatin(before)) return false;
        if (Kana.isLatin(name.charAt(name.length() - 1)) && Kana.isLatin(after)) return false;
        if (Kana.isAllHiragana(name)
                && GOES_ON.matcher(text.folded().substring(end)).lookingAt()) return false;
        if (Kana.isAllHiragana(name)) {
            boolean parted =
                    afterMatch || BUT.stream().anyMatch(word -> text.folded().startsWith(word, start - word.length()));
            return kanaFits(before, text.folded().substring(end), after, parted);
        }
        if (text.folded().startsWith(TOWN_HALL, end)) return false;
        if (isOffice(text.folded(), end)) return true;
        if (isShortKanji(name)) return kanjiFits(name, before, after, afterMatch);
        if (endsInSchoolMark(name)) return !continuesOtherWord(after);
        return name.length() > 3 || name.endsWith("駅") || !Kana.isKanji(after) || WORD_BEGINS.indexOf(after) >= 0;
    }

    /** 「市内に小学校は」 is no 二小, and 「町田に住んで」 no 町田二. */
    private static boolean holdsParticle(FoldedText text, String name, int start, int end) {
        if (name.length() < 2) return false;
        boolean first = isTypedInHiragana(text, start) && Kana.isKanji(name.charAt(1));
        boolean last =
                name.endsWith("に") && isTypedInHiragana(text, end - 1) && Kana.isKanji(name.charAt(name.length() - 2));
        return first || last;
    }

    private static boolean isTypedInHiragana(FoldedText text, int at) {
        return Kana.isHiragana(text.source().charAt(text.positions()[at]));
    }

    private static boolean kanaFits(char before, String rest, char after, boolean afterMatch) {
        boolean left = afterMatch || !Kana.isHiragana(before) || PARTICLES.contains(before);
        boolean right = !Kana.isHiragana(after) && after != 'ー'
                || PARTICLES.contains(after)
                || AFTER_KANA.matcher(rest).lookingAt();
        return left && right;
    }

    private static boolean isShortKanji(String name) {
        return name.length() <= 2 && Kana.isKanji(name.charAt(name.length() - 1));
    }

    private static boolean kanjiFits(String name, char before, char after, boolean afterMatch) {
        boolean left = afterMatch || !Kana.isKanji(before) || WORD_ENDS.indexOf(before) >= 0;
        boolean right = !Kana.isKanji(after) || WORD_BEGINS.indexOf(after) >= 0;
        return left && right && !(endsInSchoolMark(name) && continuesOtherWord(after));
    }

    /** 「保谷中央」「田無中部」 hold a school's short name and mean something else. */
    private static boolean endsInSchoolMark(String name) {
        return name.endsWith("中") || name.endsWith("小");
    }

    private static boolean continuesOtherWord(char after) {
        return "央部心間規型町".indexOf(after) >= 0;
    }

    private static char beforeOf(FoldedText text, int start) {
        int position = text.positions()[start];
        return position == 0 ? ' ' : text.source().charAt(position - 1);
    }

    private static char afterOf(FoldedText text, int end) {
        int position = text.positions()[end - 1] + 1;
        return position >= text.source().length()
                ? ' '
                : Folding.hiragana(text.source().charAt(position));
    }
}
