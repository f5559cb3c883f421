package tsunagu.conversation.intent;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.conversation.intent.Intent.Forget;
import tsunagu.conversation.intent.Intent.SmallTalk;
import tsunagu.conversation.memory.Memory;

/**
 * Reads the intent: what endangers first, then what must be asked back, then what is certain, then the documents.
 * The order of the questions below is the order of precedence.
 */
@Singleton
public class IntentReader {

    /** 「南部は？」: nothing but a name. */
    private static final Pattern ONLY_NAME = Pattern.compile("[★\\s]+(は|って|の場合は)?[?。!、\\s]*");

    private static final Pattern ADDRESS = Pattern.compile(
            "[★\\s]+[0-9丁目番地号の\\s-]*[\\p{IsKatakana}\\p{IsHan}ー]{2,12}[0-9号室\\s-]*(です|に住んで.*|在住)?[。!\\s]*");

    private static final String AREA_WORD = "(地区|地域|学区|エリア|ネットワーク|network|area)";
    private static final String WHICH_WORD = "(どこ|どの|どれ|何地区|which|where)";
    private static final Pattern WHERE =
            Pattern.compile(AREA_WORD + ".*" + WHICH_WORD + "|" + WHICH_WORD + ".*" + AREA_WORD);

    private final Cues cues;

    public IntentReader(Cues cues) {
        this.cues = cues;
    }

    /** @param usual the municipality the channel stands for */
    public Intent read(String text, PlaceReading places, Memory memory, MunicipalityId usual) {
        CueReading reading = cues.read(places.rest());
        var situation = new Situation(text, places, reading, memory, usual);
        return urgent(reading)
                .or(() -> rights(situation))
                .or(() -> declined(reading))
                .or(() -> aboutDocuments(situation))
                .or(() -> choosePlace(situation))
                .or(() -> unknownPlace(situation))
                .or(() -> correction(situation))
                .or(() -> outOfScope(situation))
                .or(() -> ofNamedPlaces(situation))
                .or(() -> asked(situation))
                .or(() -> smallTalk(situation))
                .or(() -> newcomer(situation))
                .orElseGet(() -> documents(situation));
    }

    private static Optional<Intent> urgent(CueReading cues) {
        if (cues.has(Cue.DESPAIR)) return Optional.of(new Intent.Urgent(Intent.Urgent.Kind.DESPAIR));
        if (cues.has(Cue.CALM)) return Optional.empty();
        if (cues.has(Cue.FIRE)) return Optional.of(new Intent.Urgent(Intent.Urgent.Kind.FIRE));
        if (cues.has(Cue.AMBULANCE)) return Optional.of(new Intent.Urgent(Intent.Urgent.Kind.AMBULANCE));
        if (cues.has(Cue.CRIME)) return Optional.of(new Intent.Urgent(Intent.Urgent.Kind.CRIME));
        return Optional.empty();
    }

    /** 「参加方法を忘れてしまった」 asks something else. */
    private static Optional<Intent> rights(Situation s) {
        boolean awaited = s.memory().pending().contains(Cue.FORGET.name());
        if (s.cues().has(Cue.YES, Cue.NO)) {
            if (!awaited) return Optional.of(new SmallTalk(SmallTalk.Kind.NOT_UNDERSTOOD));
            return Optional.of(new Forget(s.cues().has(Cue.YES) ? Forget.Step.CONFIRMED : Forget.Step.DECLINED));
        }
        if (s.cues().hasSubject() || !s.cues().asked().isEmpty()) return Optional.empty();
        if (s.cues().has(Cue.FORGET)) return Optional.of(new Forget(Forget.Step.ASKED));
        if (s.cues().has(Cue.SHOW_MEMORY)) return Optional.of(new Intent.ShowMemory(s.memory()));
        return Optional.empty();
    }

    private static Optional<Intent> declined(CueReading cues) {
        if (cues.has(Cue.INJECTION)) return Optional.of(new Intent.Declined(Intent.Declined.Kind.INJECTION));
        if (cues.has(Cue.DANGEROUS)) return Optional.of(new Intent.Declined(Intent.Declined.Kind.DANGEROUS));
        if (cues.has(Cue.PERSONAL)) return Optional.of(new Intent.Declined(Intent.Declined.Kind.PERSONAL));
        return Optional.empty();
    }

    private static Optional<Intent> aboutDocuments(Situation s) {
        return s.cues().has(Cue.ABOUT_DOCUMENTS)
                ? Optional.of(new Intent.AboutDocuments(s.municipality()))
                : Optional.empty();
    }

    private static Optional<Intent> choosePlace(Situation s) {
        if (s.cues().has(Cue.OUT_OF_SCOPE)) return Optional.empty();
        return s.places()
                .ambiguity()
                .filter(several ->
                        several.why() == Finding.Why.SAME_NAME || !s.cues().hasSubject())
                .map(several -> new Intent.ChoosePlace(several, s.cues().asked()));
    }

    /** A municipality elsewhere ends it; a strange school or town only where nothing else is asked. */
    private static Optional<Intent> unknownPlace(Situation s) {
        boolean known = s.places().findings().stream().anyMatch(Finding.One.class::isInstance);
        return s.places()
                .unknown()
                .filter(none -> switch (none.why()) {
                    case ELSEWHERE -> !known;
                    case UNKNOWN_POSTCODE -> s.places().places().isEmpty();
                    case UNKNOWN_NAME -> s.places().places().isEmpty() && s.onlyAsksAbout(none.typed());
                    case SAME_NAME, BROAD_NAME -> false;
                })
                .map(none -> new Intent.UnknownPlace(none, s.places().named()));
    }

    private static Optional<Intent> correction(Situation s) {
        boolean bare = s.cues().has(Cue.CORRECTION)
                && s.places().findings().isEmpty()
                && s.cues().asked().isEmpty()
                && !s.cues().hasSubject();
        return bare ? Optional.of(new Intent.Correction()) : Optional.empty();
    }

    private static Optional<Intent> outOfScope(Situation s) {
        return s.cues().label(Cue.OUT_OF_SCOPE).map(field -> new Intent.OutOfScope(s.municipality(), field));
    }

    /** A place and nothing asked of it: which area it is, or the question that was waiting for it. */
    private Optional<Intent> ofNamedPlaces(Situation s) {
        List<Place> places = s.places().places();
        if (s.cues().asked().isEmpty() && s.isAddress()) return Optional.of(new Intent.WhichArea(places, false));
        if (!s.cues().asked().isEmpty() && !s.onlyDefinition() || s.cues().hasSubject()) return Optional.empty();
        if (places.isEmpty()) {
            return s.places().named().map(Intent.AboutMunicipality::new);
        }
        Set<Cue> waiting = s.waiting();
        if (!waiting.isEmpty()) return Optional.of(s.about(waiting, s.areas()));
        boolean areasOnly = places.stream().allMatch(Place.OfArea.class::isInstance);
        if (areasOnly) return Optional.of(s.about(EnumSet.noneOf(Cue.class), s.areas()));
        return Optional.of(new Intent.WhichArea(places, s.cues().has(Cue.NEWCOMER)));
    }

    private Optional<Intent> asked(Situation s) {
        Set<Cue> asked = s.cues().asked();
        if (asked.isEmpty()) return Optional.empty();
        if (asked.contains(Cue.GAP) && !s.cues().has(Cue.CONTENT) && !asked.contains(Cue.EVENTS)) {
            return Optional.of(new Intent.Undocumented(
                    s.municipality(), s.cues().label(Cue.GAP).orElseThrow()));
        }
        if (!s.cues().hasSubject()) return certain(s, asked);
        boolean ofNetwork = s.namesNetwork() && !s.cues().has(Cue.CONTENT);
        if (ofNetwork && asked.stream().anyMatch(Cue::isClear)) return certain(s, asked);
        return Optional.of(s.documents(ofNetwork ? certain(s, asked) : Optional.empty()));
    }

    /** What is asked, taken at its word: nothing in the sentence but names, cues and small words. */
    private static Optional<Intent> certain(Situation s, Set<Cue> asked) {
        if (asked.contains(Cue.LAYERS) || asked.contains(Cue.LAYER)) {
            return Optional.of(new Intent.Layers(s.municipality(), s.cues().label(Cue.LAYER)));
        }
        boolean ofNetworks = asked.stream().anyMatch(Cue::isClear) || asked.contains(Cue.UNIT);
        if (asked.contains(Cue.EVENTS) && !ofNetworks) {
            return Optional.of(new Intent.Events(s.municipality()));
        }
        boolean joining = asked.contains(Cue.WHO_MAY) || asked.contains(Cue.JOIN) && s.namesNetwork();
        if (asked.contains(Cue.GROUPS) && !ofNetworks && !joining) {
            return Optional.of(s.documents(Optional.empty()));
        }
        if (asked.contains(Cue.DEFINITION) && asked.size() == 1 && !s.speaksOfNetworks()) {
            return Optional.empty();
        }
        return Optional.of(s.about(asked, s.areasOrRemembered()));
    }

    private static Optional<Intent> smallTalk(Situation s) {
        if (s.cues().hasSubject()) return Optional.empty();
        for (var kind : SmallTalk.Kind.values()) {
            boolean meant =
                    s.cues().hits().stream().anyMatch(hit -> hit.cue().name().equals(kind.name()));
            if (meant) return Optional.of(new SmallTalk(kind));
        }
        return Optional.empty();
    }

    private static Optional<Intent> newcomer(Situation s) {
        boolean where =
                s.cues().has(Cue.NEWCOMER) || WHERE.matcher(s.places().rest()).find();
        return where && !s.cues().hasSubject() ? Optional.of(new Intent.AskWhere()) : Optional.empty();
    }

    private static Intent documents(Situation s) {
        boolean words = s.text().codePoints().anyMatch(Character::isLetter);
        return words ? s.documents(Optional.empty()) : new SmallTalk(SmallTalk.Kind.NOT_UNDERSTOOD);
    }

    /** Everything that bears on the reading of one utterance. */
    private record Situation(String text, PlaceReading places, CueReading cues, Memory memory, MunicipalityId usual) {

        MunicipalityId municipality() {
            return places.named()
                    .or(() -> places.places().stream().map(Place::municipality).findFirst())
                    .or(places::settled)
                    .or(places::hinted)
                    .or(() -> memory.municipality().map(MunicipalityId::new))
                    .orElse(usual);
        }

        /** 「西原町3-4グリーンハイツ」: what follows the town is a house, not a question. */
        boolean isAddress() {
            return places.places().stream().anyMatch(Place.InTown.class::isInstance)
                    && ADDRESS.matcher(places.rest()).matches();
        }

        boolean onlyDefinition() {
            return cues.asked().equals(EnumSet.of(Cue.DEFINITION))
                    && !places.places().isEmpty();
        }

        boolean onlyAsksAbout(String strange) {
            return !cues.has(Cue.CONTENT)
                    && cues.leftover().stream().allMatch(strange::contains)
                    && cues.asked().stream().noneMatch(cue -> cue == Cue.GROUPS || cue == Cue.DEFINITION);
        }

        /** The words themselves name a network or a place in its area. */
        boolean namesNetwork() {
            return cues.has(Cue.NETWORK)
                    || places.places().stream().anyMatch(place -> place.area().isPresent());
        }

        boolean speaksOfNetworks() {
            return namesNetwork() || !memory.areas().isEmpty();
        }

        /** What waits for a place: a question asked back, or 「じゃあ南部は？」 after another question. */
        Set<Cue> waiting() {
            if (memory.awaitingPlace()) return cues(memory.pending());
            boolean sameQuestion = cues.has(Cue.SWITCHING)
                    || ONLY_NAME.matcher(places.rest()).matches()
                            && places.rest().contains("は");
            return sameQuestion ? cues(memory.asked()) : EnumSet.noneOf(Cue.class);
        }

        private static Set<Cue> cues(List<String> names) {
            var cues = EnumSet.noneOf(Cue.class);
            names.forEach(name -> cues.add(Cue.valueOf(name)));
            return cues;
        }

        List<AreaId> areas() {
            return places.places().stream()
                    .flatMap(place -> place.area().stream())
                    .distinct()
                    .toList();
        }

        /** The areas named, else those last spoken of, unless all of them are meant or another municipality is. */
        List<AreaId> areasOrRemembered() {
            if (!areas().isEmpty()) return areas();
            boolean all = cues.has(Cue.LIST, Cue.ORDER, Cue.OLDEST, Cue.NEWEST, Cue.MOST, Cue.LEAST, Cue.TOTAL);
            boolean another = !places.places().isEmpty()
                    || places.named().isPresent()
                    || places.hinted().isPresent();
            if (all || another && !cues.has(Cue.POINTING)) return List.of();
            return memory.areas().stream().map(AreaId::parse).toList();
        }

        Intent about(Set<Cue> asked, List<AreaId> areas) {
            MunicipalityId municipality =
                    areas.isEmpty() ? municipality() : areas.getFirst().municipality();
            if (asked.contains(Cue.JOIN) || asked.contains(Cue.WHO_MAY)) return new Intent.Join(municipality, areas);
            if (asked.contains(Cue.OFFICE)) return new Intent.Contact(municipality, areas);
            if (asked.contains(Cue.EVENTS)) return new Intent.Events(municipality);
            return new Intent.AboutNetworks(municipality, areas, asked);
        }

        Intent documents(Optional<Intent> otherwise) {
            boolean stated = places.named().isPresent() || places.hinted().isPresent() || !areas().isEmpty();
            boolean groups = cues.has(Cue.GROUPS);
            return new Intent.AskDocuments(municipality(), stated, text, groups, otherwise);
        }
    }
}
