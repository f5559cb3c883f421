package tsunagu.conversation.intent;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.words.Wording;
import tsunagu.text.Folding;

/** Whether something else is asked than what is known of areas and networks: of officers, of a school's age. */
final class OtherThings {
    private static final Pattern OF_SCHOOL = Pattern.compile(
            "★((?:学校)?の(?:電話|住所|連絡先|校長(?:先生)?|児童|生徒|文化祭|運動会|給食|先生" + "|場所|制服|行き方|開校|創立|校歌|授業|校庭)[^はをがっの?]{0,3})");

    private static final Pattern AGE_OF_SCHOOL = Pattern.compile("(?:でき|創立|開校)[^。]{0,6}学校|★(?:は|って)[^。]{0,8}(?:創立|開校)");

    private static final Pattern OF_THING =
            Pattern.compile("[★\\s]+の(?!(?:お?(?:うち|いえ)|すぐ|ちかく|そば|あたり|となり|まわり|へん|なか|こと|ほう|ひと|もの|ところ|ばあい))"
                    + "\\p{IsHiragana}{2,10}?(?:は|って|を教えて)?[?？。!\\s]*");

    /** What a network has, and no school or town. */
    private static final Pattern OF_BODY = Pattern.compile("[★\\s]+の(?:目的|メンバー|構成員?|活動内容|会員)(?:は|って|を教えて)?[?？。!\\s]*");

    private static final Pattern CLAUSE = Pattern.compile("[。!?]\\s*|(?:が|けど|けれど|ので|から|て)[、,]\\s*");
    private static final String OF_IT = "(?=は|が|を|の|に(?!つい)|って|も)";

    /** 「58団体のうち、自治会は」 */
    private static final Pattern OF_PART = Pattern.compile("のうち|の内訳");

    private static final Pattern OTHERS_COUNTED = Pattern.compile(
            "の(?!会員|加入者|個人|団体|人数|参加者|人は|メンバー)[\\p{IsHan}\\p{IsKatakana}ー]{2,8}(?:は|が|って)(?:全部で|みんなで)?何[人名]");

    /** 「17か所の拠点の住所を全部」「54団体の名前をすべて」: of each of them no list is known. */
    private static final Pattern OF_EACH =
            Pattern.compile("(?:住所|所在地|電話番号|連絡先|代表者?|会長|メールアドレス)を?(?:それぞれ)?(?:全部|ぜんぶ|すべて|全て|一覧)"
                    + "|(?:施設|お?店|企業|会社|組織)の?名前|(?:団体|個人|人|会員)(?:の)?[、,]?名前を?(?:全部|ぜんぶ|すべて|全て|一覧)");

    private static final Pattern LIVES_THERE = Pattern.compile("★(?:の(?:人|者|住民)|[市区町村]?民|在住|に住んで)");

    private static final Pattern CHANGES = Pattern.compile("(?:去年|昨年|前年|おととし|以前|前)より|増え(?:た|て|ま)|減っ(?:た|て)|推移");

    /** So many letters that nothing explains are more than endings. */
    private static final int UNREAD = 7;

    private static final Pattern SMALL = Pattern.compile("(?:どういう|どのよう|どんな|どう)|(?:なのでしょう|でしょう|なんですか|です|ます|ました)"
            + "|ところ|(?:ください|おしえて|教えて|しりたい|知りたい)|(?:について|ついて|とは|って)|(?:だれ|いつ|どこ)"
            + "|[★はがをにので]|[ともやへかよね]|[な、。?!ー]");

    /** These are patterns of whole sentences. */
    private static final Set<Cue> SIGNS = EnumSet.of(Cue.CALM, Cue.GRAVE, Cue.ALARM);

    private static final Pattern OFFICE_ADDRESS =
            Pattern.compile("(?<!放)課(?![題外程後])[^。]{0,30}[。]?[^。]{0,12}(?:住所|所在地|宛先|あて先|行き方)");

    private static final Pattern BEFORE = Pattern.compile(
            "準備(?!中|は(?:いつ|もう)|(?:は|が|も)?(?:もう)?[終お]わ)|(?:立ち上げ|設立|発足|でき(?:る|あがる))(?:る)?(?:まで|前)|動き(?:出|だ|始|はじ)|のべ|延べ");

    private OtherThings() {}

    /** 「去年より加入者は増えた」: figures are of one year. */
    static boolean areChanges(Situation s) {
        return s.cues().has(Cue.MEMBERS, Cue.PEOPLE)
                && s.speaksOfNetworks()
                && CHANGES.matcher(s.places().rest()).find();
    }

    /** 「北東部の じゅんびかい たちあがったの いつ」: asks of something in words that no cue knows. */
    static boolean areUnread(Situation s) {
        boolean areas =
                !s.places().places().isEmpty() && s.places().places().stream().allMatch(Place.OfArea.class::isInstance);
        if (!areas || !Wording.isAsking(s.places().rest())) return false;
        String left = Folding.name(s.places().rest());
        for (var hit : s.cues().hits()) {
            if (!SIGNS.contains(hit.cue())) left = left.replace(hit.phrase(), "");
        }
        return SMALL.matcher(left).replaceAll("").length() >= UNREAD;
    }

    /** 「北東部の集まりに警察も来てたって本当」 asks for no definition, though it says って. */
    static boolean areVague(Situation s) {
        return s.cues().asked().equals(EnumSet.of(Cue.DEFINITION))
                && s.cues().leftover().size() > 1
                && !s.cues().has(Cue.NETWORK)
                && s.places().places().stream().allMatch(Place.OfArea.class::isInstance);
    }

    /** 「協働コミュニティ課に手紙を出したい。住所わかる？」 */
    static boolean areOfOffice(Situation s) {
        return s.cues().has(Cue.OFFICE)
                && s.places().places().isEmpty()
                && !s.cues().has(Cue.CONTENT)
                && !s.cues().namesGroups()
                && OFFICE_ADDRESS.matcher(s.places().rest()).find();
    }

    /** 「準備を始めたのは何年」「立ち上げまでに何人集まった」: of the time before the network was founded. */
    static boolean areBefore(Situation s) {
        return s.cues().has(Cue.FOUNDING, Cue.MEMBERS, Cue.PEOPLE, Cue.COUNT)
                && BEFORE.matcher(s.places().rest()).find();
    }

    static boolean areOfEach(Situation s) {
        return OF_EACH.matcher(s.places().rest()).find();
    }

    /** 「八王子市の地域活動支援拠点は」: what another municipality calls its networks. */
    static boolean areOfAnother(Situation s) {
        Optional<MunicipalityId> named = s.places().named();
        Optional<MunicipalityId> hinted = s.places().hinted();
        return named.isPresent() && hinted.isPresent() && !named.equals(hinted);
    }

    /** 「武蔵野市の人でも入れますか」 */
    static boolean joinFromElsewhere(Situation s) {
        return s.cues().has(Cue.JOIN)
                && LIVES_THERE.matcher(s.places().rest()).find()
                && s.places().findings().stream()
                        .anyMatch(
                                finding -> finding instanceof Finding.None none && none.why() == Finding.Why.ELSEWHERE);
    }

    /** 「南部の運営委員は何人」 counts none of its members. */
    static boolean areCounted(Situation s) {
        return OTHERS_COUNTED.matcher(s.places().rest()).find();
    }

    /** 「ネットワークの役員は任期が何年」: the last clause names something no cue knows, and asks of that. */
    static boolean areNamed(Situation s) {
        String clause = lastClause(s);
        return s.cues().leftover().stream()
                .filter(words -> words.length() > 1 && !words.contains("・") && !words.endsWith("以外"))
                .anyMatch(words -> Pattern.compile(Pattern.quote(words) + OF_IT)
                        .matcher(clause)
                        .find());
    }

    /** What is asked, after what was told of oneself. */
    static String lastClause(Situation s) {
        return CLAUSE.splitAsStream(s.places().rest())
                .filter(any -> !any.isBlank())
                .reduce("", (_, last) -> last);
    }

    /** 「58団体のうち、自治会は何団体」 */
    static boolean arePart(Situation s) {
        return OF_PART.matcher(s.places().rest()).find();
    }

    /** 「谷戸町のおすすめ」: of something there that no cue knows, though no kanji shows it. */
    static boolean areOfPlace(Situation s) {
        boolean area = s.places().places().stream().anyMatch(Place.OfArea.class::isInstance);
        return OF_THING.matcher(s.places().rest()).matches()
                || !area
                        && !s.places().places().isEmpty()
                        && OF_BODY.matcher(s.places().rest()).matches();
    }

    /** 「青嵐中の児童数」: the documents tell of schools only which area they lie in. */
    static Optional<Intent> ofSchool(Situation s) {
        if (areAgesOfSchools(s)) return Optional.of(s.nothing());
        Matcher itself = OF_SCHOOL.matcher(s.places().rest());
        return s.places().places().stream()
                .filter(Place.AtSchool.class::isInstance)
                .filter(any -> itself.find() && !s.cues().has(Cue.NETWORK))
                .findFirst()
                .map(school -> new Intent.Undocumented(school.municipality(), school.name() + itself.group(1)));
    }

    /** 「碧山小と栄小はどちらが先にできた学校」 asks of schools, whose age no document tells. */
    private static boolean areAgesOfSchools(Situation s) {
        return !s.places().places().isEmpty()
                && s.places().places().stream().allMatch(Place.AtSchool.class::isInstance)
                && AGE_OF_SCHOOL.matcher(s.places().rest()).find();
    }
}
