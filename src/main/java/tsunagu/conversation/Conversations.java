package tsunagu.conversation;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import tsunagu.knowledge.Knowledge;
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
    private final ApplicationEventPublisher<Forgotten> forgotten;
    private final MunicipalityId usual;

    Conversations(
            PlaceFinder places,
            IntentReader intents,
            Dialogue dialogue,
            Messages messages,
            Memories memories,
            UnansweredQuestions unanswered,
            ApplicationEventPublisher<Forgotten> forgotten,
            Municipalities municipalities,
            @Value("${tsunagu.municipality}") String usual) {
        this.places = places;
        this.intents = intents;
        this.dialogue = dialogue;
        this.messages = messages;
        this.memories = memories;
        this.unanswered = unanswered;
        this.forgotten = forgotten;
        this.usual = municipalities.getMunicipality(new MunicipalityId(usual)).id();
    }

    /** Never null, never empty; safe to call from several threads, one utterance of a conversation at a time. */
    public Reply reply(Utterance utterance) {
        return reply(utterance, true);
    }

    /**
     * What to say where a resident did something else than write.
     *
     * @param municipality as in {@link Utterance}
     * @param language of the resident's phone, empty to go by what was said before
     */
    public Reply reply(
            ConversationId conversation,
            Occasion occasion,
            Optional<String> municipality,
            Optional<Language> language) {
        MunicipalityId channel = municipality.map(MunicipalityId::new).orElse(usual);
        if (occasion instanceof Occasion.Located(var address)) {
            Optional<String> town = address.flatMap(words -> dialogue.townIn(words, channel));
            if (town.isPresent()) return reply(new Utterance(conversation, town.get(), municipality, language), false);
        }
        Memory memory = memories.recall(conversation.value());
        Speech speech = messages.in(language.or(() -> remembered(memory)).orElse(Language.JAPANESE));
        if (occasion instanceof Occasion.Followed) {
            memories.remember(
                    conversation.value(), memory.inLanguage(speech.language().tag()));
        }
        return ReplyRenderer.render(dialogue.answer(occasion, channel, speech), speech);
    }

    /** Deletes what is remembered of a conversation, and its questions that nobody could answer. */
    public void forget(ConversationId conversation) {
        memories.forget(conversation.value());
        unanswered.forget(conversation.value());
        forgotten.publishEvent(new Forgotten(conversation));
    }

    /** Deletes a message that was taken back, and what the conversation has settled, which may come from it. */
    public void forgetMessage(ConversationId conversation, String message) {
        memories.forget(conversation.value());
        unanswered.forgetMessage(message);
    }

    /**
     * What would be said to a first message, were this what is known; nothing is remembered, counted or kept.
     *
     * @param known such as {@link Knowledge#with} makes it
     */
    public Reply rehearse(String text, String municipality, Knowledge known) {
        var channel = new MunicipalityId(municipality);
        PlaceReading reading = places.read(text, Optional.empty(), channel);
        Intent intent = intents.read(text, reading, Memory.NONE, channel);
        var utterance = new Utterance(ConversationId.random(), text, Optional.of(municipality), Optional.empty());
        Speech speech = messages.in(language(utterance, Memory.NONE));
        MunicipalityId asked = municipalityOf(intent).orElse(channel);
        Answer answer = dialogue.with(known).answer(intent, text, asked, utterance.conversation(), speech);
        return ReplyRenderer.render(answer, speech);
    }

    /** @param keeping whether a question without an answer is kept for staff */
    private Reply reply(Utterance utterance, boolean keeping) {
        String conversation = utterance.conversation().value();
        Memory memory = memories.recall(conversation);
        MunicipalityId channel =
                utterance.municipality().map(MunicipalityId::new).orElse(usual);
        PlaceReading reading = places.read(utterance.text(), settled(memory), channel);
        Intent intent = intents.read(utterance.text(), reading, memory, channel);
        Speech speech = messages.in(language(utterance, memory));
        MunicipalityId asked = municipalityOf(intent).orElse(channel);
        Answer answer = dialogue.answer(intent, utterance.text(), asked, utterance.conversation(), speech);
        if (intent instanceof Intent.Forget(var step) && step == Intent.Forget.Step.CONFIRMED) {
            forget(utterance.conversation());
        } else {
            memories.remember(conversation, next(memory, reading, intent, speech));
        }
        if (keeping && answer instanceof Answer.NotKnown notKnown) {
            String municipality = asked.value();
            unanswered.keep(
                    conversation,
                    municipality,
                    utterance.text(),
                    notKnown.reason().name(),
                    utterance.message());
        }
        return ReplyRenderer.render(answer, speech);
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
        return remembered(memory).orElse(Language.JAPANESE);
    }

    private static Optional<Language> remembered(Memory memory) {
        return memory.languageTag().flatMap(Language::findByTag);
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
                isAside(intent) ? before.asked() : names(askedOf(intent)),
                names(pendingOf(intent)),
                intent instanceof Intent.ChoosePlace,
                Optional.of(speech.language().tag()));
    }

    /** What does not change the subject: 「じゃあ南部は？」 still goes on from before. */
    private static boolean isAside(Intent intent) {
        return intent instanceof Intent.SmallTalk
                || intent instanceof Intent.ShowMemory
                || intent instanceof Intent.Forget;
    }

    private static Set<Cue> pendingOf(Intent intent) {
        return switch (intent) {
            case Intent.ChoosePlace choose -> choose.asked();
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
            case Intent.AboutNetworks about -> about.areas().stream();
            case Intent.Join join -> join.areas().stream();
            case Intent.Contact contact -> contact.areas().stream();
            default -> Stream.empty();
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
            case Intent.AboutDocuments about -> Optional.of(about.municipality());
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
