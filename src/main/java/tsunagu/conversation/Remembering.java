package tsunagu.conversation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.wish.AwaitedPlace;
import tsunagu.text.Language;

/** What a conversation remembers after a reply: ids, names of cues, a word of our files; never the resident's words. */
final class Remembering {
    private Remembering() {}

    /** @param chosen whether the resident has asked for the language */
    static Memory next(
            Memory before, PlaceReading reading, Intent intent, Answer answer, Language language, boolean chosen) {
        if (intent instanceof Intent.Gatherings gatherings) {
            return next(before, reading, gatherings.otherwise(), answer, language, chosen);
        }
        boolean told = !told(intent, answer).isEmpty();
        if (intent instanceof Intent.AskTold asked && !told && answer instanceof Answer.Cited) {
            return next(before, reading, asked.otherwise(), answer, language, chosen);
        }
        Optional<String> tag = Optional.of(language.tag());
        if (isAside(intent) || intent instanceof Intent.AskTold && !told) {
            return new Memory(
                    before.municipality(),
                    before.settled(),
                    before.areas(),
                    before.home(),
                    before.asked(),
                    before.told(),
                    before.subject(),
                    names(pendingOf(intent)),
                    intent instanceof Intent.Subscribe wanted && awaitsPlace(wanted),
                    tag,
                    chosen);
        }
        List<String> areas = areasOf(intent).map(AreaId::toString).toList();
        Optional<MunicipalityId> certain = reading.settled();
        Optional<MunicipalityId> municipality = certain.or(() -> municipalityOf(intent));
        boolean another = certain.isPresent()
                && before.municipality().filter(certain.get().value()::equals).isEmpty();
        return new Memory(
                municipality.map(MunicipalityId::value).or(before::municipality),
                certain.isPresent() || before.settled(),
                areas.isEmpty() && !another ? before.areas() : areas,
                home(intent).map(AreaId::toString).or(before::home),
                names(askedOf(intent)),
                told(intent, answer),
                before.subject(),
                names(pendingOf(intent)),
                intent instanceof Intent.ChoosePlace || intent instanceof Intent.AskWhere,
                tag,
                chosen);
    }

    private static List<String> told(Intent intent, Answer answer) {
        if (intent instanceof Intent.ChoosePlace choose) return AwaitedPlace.marks(choose.several());
        return answer instanceof Answer.Cited cited ? cited.passages() : List.of();
    }

    /** The municipality that the resident has named, or a place that lies only there. */
    static Optional<MunicipalityId> settled(Memory memory) {
        return memory.municipality().filter(any -> memory.settled()).map(MunicipalityId::new);
    }

    static Optional<Language> language(Memory memory) {
        return memory.languageTag().flatMap(Language::findByTag);
    }

    /** What does not change the subject: 「じゃあ南部は？」 still goes on from before. */
    private static boolean isAside(Intent intent) {
        return intent instanceof Intent.SmallTalk
                || intent instanceof Intent.ShowMemory
                || intent instanceof Intent.Forget
                || intent instanceof Intent.Again
                || intent instanceof Intent.Subscribe
                || intent instanceof Intent.Unsubscribe
                || intent instanceof Intent.Urgent
                || intent instanceof Intent.Declined;
    }

    private static Optional<AreaId> home(Intent intent) {
        return intent instanceof Intent.WhichArea which && which.living()
                ? areasOf(which).findFirst()
                : Optional.empty();
    }

    /** Whether it has yet to be said of where. */
    private static boolean awaitsPlace(Intent.Subscribe wanted) {
        return wanted.areas().isEmpty()
                && !wanted.everywhere()
                && !wanted.waitingFor().isEmpty();
    }

    private static Set<Cue> pendingOf(Intent intent) {
        return switch (intent) {
            case Intent.Subscribe wanted when awaitsPlace(wanted) -> wanted.waitingFor();
            case Intent.ChoosePlace choose -> choose.asked();
            case Intent.AskWhere(var asked) -> asked;
            case Intent.Forget(var step) when step == Intent.Forget.Step.ASKED -> EnumSet.of(Cue.FORGET);
            default -> EnumSet.noneOf(Cue.class);
        };
    }

    private static List<String> names(Set<Cue> cues) {
        return cues.stream().map(Cue::name).toList();
    }

    private static Stream<AreaId> areasOf(Intent intent) {
        return switch (intent) {
            case Intent.WhichArea which ->
                which.places().stream().flatMap(place -> place.area().stream()).distinct();
            case Intent.AskPostcode(var town) -> town.area().stream();
            case Intent.AboutNetworks about -> about.areas().stream();
            case Intent.Join join -> join.areas().stream();
            case Intent.Contact contact -> contact.areas().stream();
            case Intent.Verify verify -> areasOf(verify.plain());
            default -> Stream.empty();
        };
    }

    /** Ids of the areas that are asked about, of whatever is asked. */
    static List<String> areasAsked(Intent intent) {
        Stream<AreaId> areas = switch (intent) {
            case Intent.Events events -> events.areas().stream();
            case Intent.Gatherings gatherings -> gatherings.near().stream();
            default -> areasOf(intent);
        };
        return areas.distinct().map(AreaId::toString).toList();
    }

    private static Set<Cue> askedOf(Intent intent) {
        return switch (intent) {
            case Intent.AboutNetworks about -> about.asked();
            case Intent.Join join -> EnumSet.of(Cue.JOIN);
            case Intent.Contact contact -> EnumSet.of(Cue.OFFICE);
            case Intent.Layers _ -> EnumSet.of(Cue.LAYERS);
            case Intent.Events _, Intent.AboutEvents _ -> EnumSet.of(Cue.EVENTS);
            case Intent.Verify verify -> askedOf(verify.plain());
            default -> EnumSet.noneOf(Cue.class);
        };
    }

    static Optional<MunicipalityId> municipalityOf(Intent intent) {
        return switch (intent) {
            case Intent.WhichArea which ->
                which.places().stream().map(Place::municipality).findFirst();
            case Intent.AskPostcode(var town) -> Optional.of(town.municipality());
            case Intent.AboutNetworks about -> Optional.of(about.municipality());
            case Intent.AboutMunicipality about -> Optional.of(about.municipality());
            case Intent.AboutDocuments about -> Optional.of(about.municipality());
            case Intent.Layers layers -> Optional.of(layers.municipality());
            case Intent.Join join -> Optional.of(join.municipality());
            case Intent.Contact contact -> Optional.of(contact.municipality());
            case Intent.Fax fax -> Optional.of(fax.municipality());
            case Intent.AskDocuments question -> Optional.of(question.municipality());
            case Intent.Undocumented undocumented -> Optional.of(undocumented.municipality());
            case Intent.Events events -> Optional.of(events.municipality());
            case Intent.Gatherings gatherings -> Optional.of(gatherings.municipality());
            case Intent.AboutEvents about -> Optional.of(about.municipality());
            case Intent.OutOfScope field -> Optional.of(field.municipality());
            case Intent.Subscribe wanted -> Optional.of(wanted.municipality());
            case Intent.Verify verify -> municipalityOf(verify.plain());
            case Intent.AskTold asked -> municipalityOf(asked.otherwise());
            default -> Optional.empty();
        };
    }
}
