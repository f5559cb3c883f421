package tsunagu.conversation;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceFinder;
import tsunagu.areas.PlaceReading;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Cue;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.intent.IntentReader;
import tsunagu.conversation.memory.Memories;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.conversation.words.Messages;
import tsunagu.conversation.words.Speech;
import tsunagu.text.Kana;
import tsunagu.text.Language;

/** The one door to the dialogue: an utterance in, a reply out, remembered under its conversation. */
@Singleton
public class Conversations {
    private final PlaceFinder places;
    private final IntentReader intents;
    private final Dialogue dialogue;
    private final Messages messages;
    private final Memories memories;
    private final UnansweredQuestions unanswered;
    private final MunicipalityId usual;
    private final Municipalities municipalities;

    Conversations(
            PlaceFinder places,
            IntentReader intents,
            Dialogue dialogue,
            Messages messages,
            Memories memories,
            UnansweredQuestions unanswered,
            Municipalities municipalities,
            @Value("${tsunagu.municipality}") String usual) {
        this.places = places;
        this.intents = intents;
        this.dialogue = dialogue;
        this.messages = messages;
        this.memories = memories;
        this.unanswered = unanswered;
        this.municipalities = municipalities;
        this.usual = municipalities.getMunicipality(new MunicipalityId(usual)).id();
    }

    /** Never null, never empty; safe to call from several threads, one utterance of a conversation at a time. */
    public Reply reply(Utterance utterance) {
        String conversation = utterance.conversation().value();
        Memory memory = memories.recall(conversation);
        MunicipalityId channel =
                utterance.municipality().map(MunicipalityId::new).orElse(usual);
        PlaceReading reading = places.read(utterance.text(), settled(memory), channel);
        Intent intent = intents.read(utterance.text(), reading, memory, channel);
        Speech speech = messages.in(language(utterance, memory));
        Answer answer = dialogue.answer(intent, speech);
        memories.remember(conversation, next(memory, reading, intent, speech));
        if (answer instanceof Answer.NotKnown notKnown) {
            String municipality = municipalityOf(intent).orElse(channel).value();
            unanswered.keep(
                    conversation,
                    municipality,
                    utterance.text(),
                    notKnown.reason().name());
        }
        return ReplyRenderer.render(answer, speech);
    }

    /** Whether a municipality of this id is known; a channel's setting is checked with it at start-up. */
    public boolean knows(String municipality) {
        return municipalities.findMunicipality(new MunicipalityId(municipality)).isPresent();
    }

    private static Optional<MunicipalityId> settled(Memory memory) {
        return memory.municipality().filter(any -> memory.settled()).map(MunicipalityId::new);
    }

    private static Language language(Utterance utterance, Memory memory) {
        if (utterance.language().isPresent()) return utterance.language().get();
        String text = utterance.text();
        if (Kana.hasJapanese(text)) return Language.JAPANESE;
        boolean latin = text.chars().anyMatch(c -> Kana.isLatin((char) c));
        if (latin) return Language.ENGLISH;
        return memory.languageTag().flatMap(Language::findByTag).orElse(Language.JAPANESE);
    }

    private static Memory next(Memory before, PlaceReading reading, Intent intent, Speech speech) {
        List<String> areas = areasOf(intent).map(AreaId::toString).toList();
        Optional<MunicipalityId> certain = reading.settled();
        Optional<MunicipalityId> municipality = certain.or(() -> municipalityOf(intent));
        boolean another = certain.isPresent()
                && before.municipality().filter(certain.get().value()::equals).isEmpty();
        return new Memory(
                municipality.map(MunicipalityId::value).or(before::municipality),
                certain.isPresent() || before.settled(),
                areas.isEmpty() && !another ? before.areas() : areas,
                intent instanceof Intent.SmallTalk ? before.asked() : names(askedOf(intent)),
                intent instanceof Intent.ChoosePlace choose ? names(choose.asked()) : List.of(),
                intent instanceof Intent.ChoosePlace,
                Optional.of(speech.language().tag()));
    }

    private static List<String> names(Set<Cue> cues) {
        return cues.stream().map(Cue::name).toList();
    }

    private static java.util.stream.Stream<AreaId> areasOf(Intent intent) {
        return switch (intent) {
            case Intent.WhichArea which ->
                which.places().stream().flatMap(place -> place.area().stream()).distinct();
            case Intent.AboutNetworks about -> about.areas().stream();
            case Intent.Join join -> join.areas().stream();
            case Intent.Contact contact -> contact.areas().stream();
            default -> java.util.stream.Stream.empty();
        };
    }

    private static Set<Cue> askedOf(Intent intent) {
        return switch (intent) {
            case Intent.AboutNetworks about -> about.asked();
            case Intent.Join join -> EnumSet.of(Cue.JOIN);
            case Intent.Contact contact -> EnumSet.of(Cue.OFFICE);
            default -> EnumSet.noneOf(Cue.class);
        };
    }

    private static Optional<MunicipalityId> municipalityOf(Intent intent) {
        return switch (intent) {
            case Intent.WhichArea which ->
                which.places().stream().map(Place::municipality).findFirst();
            case Intent.AboutNetworks about -> Optional.of(about.municipality());
            case Intent.AboutMunicipality about -> Optional.of(about.municipality());
            case Intent.Layers layers -> Optional.of(layers.municipality());
            case Intent.Join join -> Optional.of(join.municipality());
            case Intent.Contact contact -> Optional.of(contact.municipality());
            case Intent.AskDocuments question -> Optional.of(question.municipality());
            case Intent.Undocumented undocumented -> Optional.of(undocumented.municipality());
            case Intent.Events events -> Optional.of(events.municipality());
            case Intent.OutOfScope field -> Optional.of(field.municipality());
            default -> Optional.empty();
        };
    }
}
