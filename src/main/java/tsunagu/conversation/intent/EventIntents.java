package tsunagu.conversation.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.areas.Place;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.wish.EventWish;
import tsunagu.conversation.wish.ToldEvents;

/** Questions about events that name none: 「子ども向け 無料」「来月の第2土曜」, and 「雨でもやる？」 after an answer. */
final class EventIntents {
    /** What may stand beside a day or a wish without another question in it. */
    private static final Set<Cue> BESIDE =
            EnumSet.of(Cue.EVENTS, Cue.FILLER, Cue.POINTING, Cue.SWITCHING, Cue.LIVING, Cue.HOME, Cue.MORE);
    /** What may be asked of an event in the words of other questions. */
    private static final Set<Cue> OF_EVENT = EnumSet.of(Cue.OFFICE, Cue.JOIN, Cue.COUNT);

    /** 「どうして学校のイベントが増えた」 looks for none. */
    private static final Pattern OF_CHANGE = Pattern.compile("増え|減っ|増加|減少");

    private static final String PLANS = "予定";
    private static final String WHAT_IS_ON = "何がある";

    private EventIntents() {}

    static Optional<Intent> find(Situation s) {
        EventWish wish = s.wish();
        boolean ofChange = OF_CHANGE.matcher(s.text()).find();
        if (ofChange || !wish.covers(withoutPlans(s)) || s.cues().has(Cue.CONTENT)) return Optional.empty();
        Optional<ToldEvents> told = ToldEvents.find(s.memory().told());
        boolean ofToldEvent = told.isPresent()
                && !wish.aspects().isEmpty()
                && s.places().findings().isEmpty()
                && s.when().isEmpty()
                && only(s, OF_EVENT);
        if (ofToldEvent)
            return Optional.of(
                    new Intent.AboutEvents(s.municipality(), told.get().events(), wish.aspects()));
        boolean goesOn = told.isPresent() || s.memory().asked().contains(Cue.EVENTS.name());
        if (!only(s, EnumSet.noneOf(Cue.class))) return Optional.empty();
        if (s.places().unknown().isPresent()) return Optional.empty();
        boolean asked = s.cues().has(Cue.EVENTS);
        boolean near = goesOn && !s.places().findings().isEmpty() && !s.cues().has(Cue.SWITCHING);
        boolean narrow = (wish.isNarrow() || !wish.names().isEmpty())
                && (goesOn || s.places().places().isEmpty() && !s.cues().has(Cue.LIVING));
        boolean onDays =
                s.when().isPresent() && !s.isOfThePast() && s.places().places().isEmpty();
        boolean looks = asked || narrow || onDays || near;
        if (!looks) return Optional.empty();
        if (s.places().ambiguity().isPresent()) {
            return Optional.of(new Intent.ChoosePlace(s.places().ambiguity().get(), EnumSet.of(Cue.EVENTS)));
        }
        boolean sameDays = goesOn && s.when().isEmpty() && !asked;
        return Optional.of(new Intent.Events(
                s.municipality(), areas(s), sameDays ? told.flatMap(ToldEvents::days) : s.when(), wish, wish.names()));
    }

    /** 「来月の第2土曜の予定」: of a day, what is planned is what is on. */
    private static List<String> withoutPlans(Situation s) {
        return s.cues().leftover().stream()
                .filter(word -> s.when().isEmpty() || !word.equals(PLANS))
                .toList();
    }

    /** Nothing else is asked or said. */
    private static boolean only(Situation s, Set<Cue> besides) {
        return s.cues().hits().stream()
                .allMatch(hit -> BESIDE.contains(hit.cue())
                        || besides.contains(hit.cue())
                        || s.when().isPresent() && hit.phrase().equals(WHAT_IS_ON)
                        || hit.cue() != Cue.GROUPS && isOfEvent(s) && s.wish().explains(hit.phrase()));
    }

    /** 「無料」 alone may be asked of a network's fee. */
    private static boolean isOfEvent(Situation s) {
        return s.wish().forWhom().isPresent()
                || !s.wish().names().isEmpty()
                || s.cues().has(Cue.EVENTS)
                || ToldEvents.find(s.memory().told()).isPresent();
    }

    /** Those named, else where the resident lives, else those last spoken of. */
    static List<AreaId> areas(Situation s) {
        if (!s.areas().isEmpty()) return s.areas();
        boolean elsewhere =
                s.places().named().filter(named -> !named.equals(s.usual())).isPresent()
                        || s.places().places().stream().anyMatch(Place.InTown.class::isInstance);
        if (elsewhere) return List.of();
        return s.memory().home().map(AreaId::parse).map(List::of).orElseGet(s::areasBefore).stream()
                .filter(area -> area.municipality().equals(s.municipality()))
                .toList();
    }

    /** 「防災訓練はいつ」: events that are named, besides whatever else the words may mean. */
    static Intent.Events named(Situation s) {
        List<List<String>> named =
                s.wish().names().isEmpty() && !s.wish().covers(s.cues().leftover())
                        ? s.cues().leftover().stream().map(List::of).toList()
                        : s.wish().names();
        return new Intent.Events(s.municipality(), areas(s), s.when(), s.wish(), named);
    }
}
