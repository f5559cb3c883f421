package tsunagu.conversation.intent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading.Finding.Why;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.cues.CueReading;
import tsunagu.conversation.intent.Intent.SmallTalk.Kind;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.wish.Wish;
import tsunagu.conversation.wish.WishReader;

/** Whether groups, places or small jobs may answer what otherwise means something else. */
final class GatheringIntents {
    /** What is asked of a group as well as of a network. */
    private static final Set<Cue> OF_GROUPS = EnumSet.of(
            Cue.JOIN, Cue.WHO_MAY, Cue.GROUPS, Cue.OFFICE, Cue.GAP, Cue.LIST, Cue.PEOPLE, Cue.EVENTS, Cue.LAYER);

    /** 「自治会をつくりたい」 looks for none; 「友だちをつくりたい」 does. */
    private static final Pattern OF_GROUP = Pattern.compile("(?:自治|町内|町)会|団体|企業");

    private static final Pattern FOUNDS = Pattern.compile("(?:会|団体|サークル|グループ)を?(?:つくり|作り|立ち上げ|設立し|結成し)");

    /** 「一人暮らしで寂しい」 wishes for company. */
    private static final Set<Kind> ASKED_WITH = EnumSet.of(Kind.NOT_UNDERSTOOD, Kind.HELP, Kind.REMARK);

    private GatheringIntents() {}

    static Intent of(Situation s, Intent plain, WishReader wishes) {
        if (isFixed(plain) || isElsewhere(s)) return plain;
        Wish wish = wishes.read(s.text(), s.places().rest(), subjects(s.cues()), s.municipality());
        boolean meant =
                wish.named().isPresent() || wish.stint().isPresent() || !isOfPlaces(plain, s, wish) && isMeant(s, wish);
        if (!meant) return plain;
        Optional<AreaId> near = s.areas().stream().findFirst().or(() -> home(s.memory()));
        String place = s.places().places().stream()
                .filter(one -> !(one instanceof Place.OfArea))
                .map(Place::name)
                .findFirst()
                .orElse("");
        // 「子ども食堂どこ」 asks for no event; 「体操教室」 may.
        boolean noEvent = plain instanceof Intent.Events
                && isNoEvent(s, wish)
                && s.wish().names().isEmpty();
        boolean remark = plain instanceof Intent.SmallTalk;
        Intent otherwise = noEvent || remark ? s.documents(Optional.empty()) : plain;
        return new Intent.Gatherings(s.municipality(), near, place, wish, s.when(), otherwise);
    }

    /** What no group has to do with. */
    private static boolean isFixed(Intent plain) {
        return switch (plain) {
            case Intent.Urgent _, Intent.Declined _, Intent.Forget _, Intent.ShowMemory _ -> true;
            case Intent.Subscribe _, Intent.Unsubscribe _ -> true;
            case Intent.Again _, Intent.Retell _, Intent.AskTold _, Intent.AboutDocuments _ -> true;
            case Intent.Correction _, Intent.Fax _ -> true;
            case Intent.SmallTalk talk -> !ASKED_WITH.contains(talk.kind());
            default -> false;
        };
    }

    private static boolean isOfPlaces(Intent plain, Situation s, Wish wish) {
        return plain instanceof Intent.WhichArea
                || plain instanceof Intent.AskWhere
                || plain instanceof Intent.AboutMunicipality
                || plain instanceof Intent.AboutNetworks
                || plain instanceof Intent.Layers
                || plain instanceof Intent.Events && !isNoEvent(s, wish)
                || plain instanceof Intent.AboutEvents;
    }

    /** 「土曜に手伝えることある？」「子ども食堂ある？」 */
    private static boolean isNoEvent(Situation s, Wish wish) {
        boolean spokenOf = s.cues().asked().contains(Cue.EVENTS);
        return wish.offersHelp() || !spokenOf && !wish.kinds().isEmpty();
    }

    private static boolean isMeant(Situation s, Wish wish) {
        CueReading cues = s.cues();
        if (FOUNDS.matcher(s.text()).find() || asksWhoMayJoin(cues)) return false;
        // 「手伝えることはある」 holds 「とは」, and "How can I help" is no call for help.
        boolean helps = wish.offersHelp();
        boolean other = cues.has(Cue.NETWORK, Cue.CONTENT)
                || cues.has(Cue.HELP) && !helps
                || cues.asked().stream().anyMatch(cue -> !OF_GROUPS.contains(cue) && !(helps && cue == Cue.DEFINITION));
        if (other) return false;
        if (wish.strange() && !wish.looks()) return false;
        if (!wish.kinds().isEmpty() || wish.offersHelp()) return true;
        boolean groups = wish.speaksOfGroups() || cues.has(Cue.JOIN, Cue.GROUPS);
        return !wish.words().isEmpty() && (!wish.strange() || groups) && (wish.looks() || groups);
    }

    /** 「町内会しか入れないの」 looks for no 町内会. */
    private static boolean asksWhoMayJoin(CueReading cues) {
        return cues.hits().stream()
                .anyMatch(hit -> hit.cue() == Cue.ANYBODY
                        && OF_GROUP.matcher(hit.phrase()).find());
    }

    private static boolean isElsewhere(Situation s) {
        return s.places().unknown().filter(none -> none.why() == Why.ELSEWHERE).isPresent();
    }

    /** What nothing explains, and what would be another field: 「料理」 in 「料理サークル」. */
    private static List<String> subjects(CueReading cues) {
        var subjects = new ArrayList<>(cues.leftover());
        cues.hits().stream()
                .filter(hit -> hit.cue() == Cue.OUT_OF_SCOPE)
                .map(CueReading.Hit::phrase)
                .forEach(subjects::add);
        return subjects;
    }

    private static Optional<AreaId> home(Memory memory) {
        return memory.home().map(AreaId::parse);
    }
}
