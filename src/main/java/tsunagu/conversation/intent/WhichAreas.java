package tsunagu.conversation.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.areas.Place;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.cues.CueReading;
import tsunagu.conversation.cues.Cues;
import tsunagu.conversation.intent.Claim.Counting;
import tsunagu.conversation.intent.Claim.Measure;
import tsunagu.conversation.intent.Intent.AboutNetworks.Which;
import tsunagu.conversation.words.Wording;
import tsunagu.text.Folding;

/** Finds which areas are meant where they are chosen by what is known of them: how many they have, or coming first. */
final class WhichAreas {
    private static final Pattern HAVING =
            Pattern.compile("[0-9]\\s*(?:(?:校|団体|人|名)\\s*(?:以上|以下|未満|を超え(?:る|た|て)|より[多少]ない?)?"
                    + "|(?:以上|以下|未満|を超え(?:る|た|て)|より[多少]ない?))"
                    + "[がはも]?(?:ある|いる|の|入ってい?る|ない)?(?:地区|ところ|所|ネットワーク|エリア|のは)");

    private static final String FIRST_OF_ALL = "(?:一番|いちばん|最も|もっとも)\\S{0,4}?";
    private static final Pattern EXTREME = Pattern.compile("(?<what>.{0,20}?)(?:(?<most>" + FIRST_OF_ALL
            + "多[いく])|(?<least>"
            + FIRST_OF_ALL + "少な[いく])|(?<oldest>" + FIRST_OF_ALL + "(?:古[いく]|早く|先に|初めに)|最初に)|(?<newest>" + FIRST_OF_ALL
            + "(?:新し[いく]|最近|後に)|最後に|最新の))[^、。?]{0,8}?(?:地区|ネットワーク|ところ|エリア|所)(?:の|は|に|で)(?<asking>.{2,})");

    /** What is asked of the one that comes first, whatever it comes first in. */
    private static final Set<Cue> OF_ONE = EnumSet.of(
            Cue.FOUNDING,
            Cue.NICKNAME,
            Cue.SCHOOLS,
            Cue.JUNIOR_HIGH,
            Cue.ELEMENTARY,
            Cue.MEMBERS,
            Cue.PEOPLE,
            Cue.TOWNS);

    /** 「西部の次にできたのは」「北東部より前にできた」 */
    private static final Pattern NEXT_TO =
            Pattern.compile("★(?:の(?:次|つぎ|前|まえ|あと|後)|より(?:も)?(?:前|まえ|先|あと|後))に?(?:でき|設立|発足|つく|作)");

    private static final String ONE_OF = "(?:地区|地域|エリア|ネットワーク|(?<!インター)ネット|区域|ちく|ちいき)";

    private static final String ITS_AREA_ABROAD = "哪(?:个|個|一个|一)?(?:网络|網路|地区|地區|区|區|片|部)|(?:属于|屬於)哪"
            + "|어느 ?(?:지역|지구|네트워크)"
            + "|(?i:(?:which|what) (?:part|area|network|community|district)"
            + "|my (?:area|network|community|district|neighbou?rhood))";

    /** 「ここはどのエリア」「所属はどこ」「自分の地区が分かりません」 */
    private static final Pattern ITS_AREA =
            Pattern.compile("(?:どこ|どの|どちら|どれ|どっち|何|なに|なん|いずれ|いづれ)\\s*(?:の|に|が|は)?\\s*(?:グループ|" + ONE_OF + "|部(?!署)|協力)"
                    + "|(?:" + ONE_OF + "|所属|管轄|担当)(?:は|って|が|に)?[^、。?]{0,6}"
                    + "(?:どこ|どれ|どちら|どっち|分かりま|わかりま|分からな|わからな)"
                    + "|" + ONE_OF + "(?:の名前)?を?(?:教え|おしえ|知り)|" + ONE_OF + "(?:は|って)(?:何|なん)と(?:申|言|いい|いう)"
                    + "|(?:うち|私|わたし|自分)の" + ONE_OF
                    + "|どこ(?:に入り|に入る|に属|が担当|の担当|の管轄|になり|になる)"
                    + "|何地区|何部(?!署)|" + ITS_AREA_ABROAD);

    /** What one asks who asks which area it is. */
    private static final Set<Cue> OF_AN_AREA =
            EnumSet.of(Cue.COUNT, Cue.OFFICE, Cue.TOWNS, Cue.DEFINITION, Cue.UNIT, Cue.LIST);

    private static final Pattern LIVES =
            Pattern.compile("[にへ](?:住んで(?:い?ます|い?る)|住み始めました|在住です|(?:引っ?越して|越して|移って|転入して)き(?:ました|た)"
                    + "|引っ?越し(?:ました|た)|転入しました)(?:が|けど|よ|んです(?:が|けど)?)?[。、!\\s]*$");

    private static final Pattern NEARBY = Pattern.compile("(?:の(?:すぐ)?(?:近く|ちかく|そば|あたり|辺り|周辺|付近|隣|となり|裏|向かい)|沿い)"
            + "(?:です|だよ|なんですが|なんですけど|在住|[にへ](?:住んで|引っ?越)\\p{IsHiragana}*)?[。、!\\s]*$");

    private static final String OWN_AREA = "(?:うち|私|わたし|自分|僕|俺|おれ|我が家|わが家)(?:ら|たち)?(?:の|ん)(?:家の?)?"
            + "(?:地区|地域|エリア|学区|中学校区|ネット|とこ|ところ|所|住んで|あたり|辺り|近所|住所)"
            + "|^うち(?:って|は)?[\\s、]*(?:どこ|何部|なにぶ|どの|何地区)";

    private static final String SCHOOL_OF_CHILD = "(?:うちの子|子ども|子供|こども|息子|娘)(?:の|が通う|が通っている)[\\s]*(?:学校|小学校|中学校)";

    private static final String OWN_SCHOOL = SCHOOL_OF_CHILD + "(?:は|って|、|[\\s])*(?:どこ|どの|何部|なにぶ|どっち|どちら|南部|西部|中部|北東部)"
            + "|" + SCHOOL_OF_CHILD + "の(?:地区|地域|ネットワーク)(?:を|が)?(?:知り|教え|おせ|おしえ|わか)";

    private static final Pattern BARE = Pattern.compile("(?:うち|自宅|家|いえ|どこ|どこなの|どこですか)[?!。、\\s]*");

    private static final String AREA_WORD = "(地区|地域|学区|エリア|ネットワーク|network|area)";
    private static final String WHICH_WORD = "(どこ|どの|どれ|何地区|which|where)";
    private static final Pattern WHERE =
            Pattern.compile(AREA_WORD + ".{0,60}" + WHICH_WORD + "|" + WHICH_WORD + ".{0,60}" + AREA_WORD);

    private static final Pattern OWN = Pattern.compile(OWN_AREA + "|" + OWN_SCHOOL
            + "|\\b(?:my|our) (?:area|network|district|(?:kid|child|son|daughter)'?s'?"
            + " school|home|house|place|address)\\b|我家|我(?:所在|住)的|우리 ?(?:집|동네|지역|지구)");

    /** What is asked of one's own area, wherever that is. */
    private static final Set<Cue> OF_OWN = EnumSet.of(Cue.COUNT, Cue.DEFINITION, Cue.ORDER, Cue.TOTAL, Cue.UNIT);

    static {
        OF_OWN.addAll(OF_ONE);
    }

    private WhichAreas() {}

    /** 「うちの地区は何団体」, where it is not known which that is. */
    static Optional<Intent> ofUnknownHome(Situation s) {
        boolean known = s.memory().home().isPresent()
                || s.places().places().stream().anyMatch(place -> place.area().isPresent())
                || !s.areasOrRemembered().isEmpty();
        boolean other = s.cues().has(Cue.CONTENT, Cue.OUT_OF_SCOPE, Cue.GAP)
                || s.cues().namesGroups()
                || !OF_OWN.containsAll(s.cues().asked());
        if (known || other || !OWN.matcher(s.places().rest()).find()) return Optional.empty();
        return Optional.of(new Intent.AskWhere(s.cues().asked()));
    }

    /** 「今度柳沢に越します。この辺はどこの地域ですか」: whatever is told before, a place was named, and its area is asked. */
    static Optional<Intent> ofHome(Situation s, Cues cues) {
        List<Place> places = s.places().places();
        boolean somewhere =
                places.stream().anyMatch(place -> place.area().isPresent() && !(place instanceof Place.OfArea));
        String clause = whereAsked(s);
        if (!somewhere || !ITS_AREA.matcher(clause).find()) return Optional.empty();
        CueReading there = cues.read(clause);
        boolean other = there.has(Cue.CONTENT) || there.namesGroups() || !OF_AN_AREA.containsAll(there.asked());
        if (other) return Optional.empty();
        boolean newcomer = s.cues().has(Cue.NEWCOMER);
        return Optional.of(
                new Intent.WhichArea(places, newcomer, newcomer || s.cues().has(Cue.LIVING, Cue.HOME)));
    }

    /** The last clause, or what of it stands after the last blank, where that asks by itself. */
    private static String whereAsked(Situation s) {
        String clause = OtherThings.lastClause(s);
        String last = clause.substring(clause.strip().lastIndexOf(' ') + 1);
        return ITS_AREA.matcher(last).find() ? last : clause;
    }

    /** 「この春越してきました」: where is asked back. */
    static Optional<Intent> ofNewcomer(Situation s) {
        boolean where = s.cues().has(Cue.NEWCOMER, Cue.HOME)
                || WHERE.matcher(s.places().rest()).find();
        boolean asks = where && !s.cues().hasSubject()
                || livesThere(s)
                || isNearby(s)
                || s.awaitsTown()
                        && !s.cues().hasSubject()
                        && s.places().places().isEmpty()
                        && s.cues().asked().isEmpty()
                        && !Wording.isAsking(s.text())
                || s.memory().told().isEmpty()
                        && BARE.matcher(s.places().rest()).matches();
        return asks ? Optional.of(new Intent.AskWhere()) : Optional.empty();
    }

    /** Whether the words ask which area it is, of whatever place. */
    static boolean asksForOne(Situation s) {
        return ITS_AREA.matcher(OtherThings.lastClause(s)).find();
    }

    /** 「谷戸町でひとり暮らし。集まりに顔を出してみたい」: how one joins there, where nothing else is asked. */
    static Optional<Intent> ofNeighbour(Situation s) {
        boolean wishes =
                !s.areas().isEmpty() && !s.cues().has(Cue.CONTENT) && s.cues().has(Cue.BELONG);
        return wishes ? Optional.of(s.about(EnumSet.of(Cue.JOIN), s.areas())) : Optional.empty();
    }

    /** Where the words choose areas by what is known of them. */
    static Optional<Intent> find(Situation s) {
        return findHaving(s).or(() -> findExtreme(s)).or(() -> findNextTo(s));
    }

    /** Which came before another and which after it is told by the order of all. */
    private static Optional<Intent> findNextTo(Situation s) {
        boolean asked = s.areas().size() == 1
                && !s.cues().has(Cue.CONTENT)
                && NEXT_TO.matcher(s.places().rest()).find();
        return asked ? Optional.of(s.about(EnumSet.of(Cue.ORDER), List.of())) : Optional.empty();
    }

    /** 「団体が55以上の地区」「小学校が4校のところは」: those that have so many. */
    private static Optional<Intent> findHaving(Situation s) {
        boolean which = s.areas().isEmpty()
                && !s.cues().has(Cue.CONTENT)
                && HAVING.matcher(s.places().rest()).find();
        if (!which) return Optional.empty();
        return ClaimReader.counted(s)
                .filter(having -> having.what() != Counting.NETWORKS && having.what() != Counting.TOWNS)
                .map(having -> new Intent.AboutNetworks(
                        s.municipality(),
                        List.of(),
                        ClaimReader.counted(having, false),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Which.Having(having))));
    }

    /** 「個人が一番多いネットワークの愛称」: what is asked of the one that comes first. */
    private static Optional<Intent> findExtreme(Situation s) {
        Matcher extreme = EXTREME.matcher(s.places().rest());
        if (!s.areas().isEmpty() || s.cues().hasSubject() || !extreme.matches()) return Optional.empty();
        String asking = Folding.name(extreme.group("asking"));
        Set<Cue> asked = EnumSet.noneOf(Cue.class);
        s.cues().hits().stream()
                .filter(hit -> OF_ONE.contains(hit.cue()) && asking.contains(Folding.name(hit.phrase())))
                .forEach(hit -> asked.add(hit.cue()));
        boolean most = extreme.group("most") != null;
        boolean founding = !most && extreme.group("least") == null;
        if (founding) asked.remove(Cue.FOUNDING);
        boolean first = founding ? extreme.group("oldest") != null : most;
        Optional<Measure> by = founding ? Optional.of(Measure.FOUNDING) : measure(extreme.group("what"));
        return by.filter(any -> !asked.isEmpty())
                .map(measure -> new Intent.AboutNetworks(
                        s.municipality(),
                        List.of(),
                        asked,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Which.Extreme(measure, first))));
    }

    private static Optional<Measure> measure(String what) {
        if (what.contains("小学校")) return Optional.of(Measure.ELEMENTARY_SCHOOLS);
        if (what.contains("中学校")) return Optional.of(Measure.JUNIOR_HIGH_SCHOOLS);
        if (what.contains("団体")) return Optional.of(Measure.GROUPS);
        return Optional.of(Measure.PEOPLE)
                .filter(any -> ClaimReader.PEOPLE.matcher(what).find());
    }

    /** 「光が丘に住んでいます」「駅前のマンションに越してきました」: told, and nothing asked of it. */
    static boolean livesThere(Situation s) {
        return s.cues().asked().isEmpty()
                && !s.cues().has(Cue.CONTENT)
                && LIVES.matcher(s.places().rest()).find();
    }

    /** 「スカイタワーの近く」: where, by something that is no town and no school. */
    static boolean isNearby(Situation s) {
        return s.cues().asked().isEmpty()
                && !s.cues().has(Cue.CONTENT)
                && s.places().findings().isEmpty()
                && NEARBY.matcher(s.places().rest()).find();
    }
}
