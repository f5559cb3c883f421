package tsunagu.conversation;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceFinder;
import tsunagu.areas.PlaceReading;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.Answer.NotKnown.Reason;
import tsunagu.conversation.answer.Parts;
import tsunagu.conversation.gatherings.RequestDialogue;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.intent.IntentReader;
import tsunagu.conversation.memory.Memories;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.conversation.reporting.ReportDialogue;
import tsunagu.conversation.subscribing.Subscribing;
import tsunagu.conversation.wish.AwaitedPlace;
import tsunagu.conversation.words.LanguageReader;
import tsunagu.conversation.words.Messages;
import tsunagu.conversation.words.Speech;
import tsunagu.conversation.words.Wording;
import tsunagu.groups.GatheringFinder;
import tsunagu.groups.GroupRequests;
import tsunagu.knowledge.Knowledge;
import tsunagu.message.Topic;
import tsunagu.submissions.Report;
import tsunagu.text.Language;

/** The one door to the dialogue: an utterance in, a reply out, remembered under its conversation. */
@Singleton
public class Conversations {
    private final PlaceFinder places;
    private final IntentReader intents;
    private final Dialogue dialogue;
    private final Messages messages;
    private final LanguageReader languages;
    private final Memories memories;
    private final UnansweredQuestions unanswered;
    private final Feedback feedback;
    private final RequestDialogue requesting;
    private final ReportDialogue reports;
    private final GroupRequests requests;
    private final GatheringFinder gatherings;
    private final Subscribing subscribing;
    private final ApplicationEventPublisher<Forgotten> forgotten;
    private final Collection<Listener> listeners;
    private final Municipalities municipalities;
    private final MunicipalityId usual;

    Conversations(
            PlaceFinder places,
            IntentReader intents,
            Dialogue dialogue,
            Messages messages,
            LanguageReader languages,
            Memories memories,
            UnansweredQuestions unanswered,
            Feedback feedback,
            RequestDialogue requesting,
            ReportDialogue reports,
            GroupRequests requests,
            GatheringFinder gatherings,
            Subscribing subscribing,
            ApplicationEventPublisher<Forgotten> forgotten,
            Collection<Listener> listeners,
            Municipalities municipalities,
            @Value("${tsunagu.municipality}") String usual) {
        this.places = places;
        this.intents = intents;
        this.dialogue = dialogue;
        this.messages = messages;
        this.languages = languages;
        this.memories = memories;
        this.unanswered = unanswered;
        this.feedback = feedback;
        this.requesting = requesting;
        this.reports = reports;
        this.requests = requests;
        this.gatherings = gatherings;
        this.subscribing = subscribing;
        this.forgotten = forgotten;
        this.listeners = listeners;
        this.municipalities = municipalities;
        this.usual = municipalities.getMunicipality(new MunicipalityId(usual)).id();
    }

    /**
     * Hears what became of each message, for whoever counts: neither who wrote nor what. A listener that fails or
     * takes its time keeps a resident from their reply.
     */
    public interface Listener {
        void told(Told told);

        /** A resident has said of an answer whether it helped. */
        void rated(String channel, String municipality, boolean helped);
    }

    /**
     * What became of a message.
     *
     * @param channel as in {@link Utterance}
     * @param municipality that was asked about
     * @param reason of what is not known, such as {@code UNDOCUMENTED}
     * @param areas ids of those that were asked about, {@code nishitokyo/hokutobu}
     * @param took from the message to its reply
     */
    public record Told(
            String channel,
            String municipality,
            Topic topic,
            Reply.Outcome outcome,
            Optional<String> reason,
            List<String> areas,
            Duration took) {}

    /** Whether there is a municipality of this id to speak for. */
    public boolean knows(String municipality) {
        return municipalities.findMunicipality(new MunicipalityId(municipality)).isPresent();
    }

    /**
     * One of the assistant's sentences, for what residents are told without asking.
     *
     * @throws IllegalArgumentException where there is none of this key, or a value is missing
     */
    public String say(Language language, String key, Object... namesAndValues) {
        return messages.in(language).say(key, namesAndValues);
    }

    /** Never null, never empty; safe to call from several threads, one utterance of a conversation at a time. */
    public Reply reply(Utterance utterance) {
        return withNews(utterance, reply(utterance, true, Optional.empty()));
    }

    /** With thanks for what the resident has sent in, once staff have decided on it; never beside a cry for help. */
    private Reply withNews(Utterance utterance, Reply reply) {
        if (reply.outcome() == Reply.Outcome.URGENT) return reply;
        Speech speech = messages.in(Language.findByTag(reply.languageTag()).orElse(Language.JAPANESE));
        return reports.findNews(utterance.conversation().value(), speech)
                .map(note -> reply.with(note.words(), note.choices()))
                .orElse(reply);
    }

    /**
     * What to say where a resident did something else than write.
     *
     * @param source the channel, as in {@link Utterance}
     * @param municipality as in {@link Utterance}
     * @param language of the resident's phone, empty to go by what was said before
     */
    public Reply reply(
            String source,
            ConversationId conversation,
            Occasion occasion,
            Optional<String> municipality,
            Optional<Language> language) {
        MunicipalityId channel = municipality.map(MunicipalityId::new).orElse(usual);
        if (occasion instanceof Occasion.Located located) {
            Optional<Fact<Place>> here = dialogue.placeAt(located);
            Optional<String> words = here.map(dialogue::wordsFor)
                    .or(() -> located.address().flatMap(address -> dialogue.townIn(address, channel)));
            if (words.isPresent()) {
                var said = new Utterance(conversation, words.get(), municipality, language, Optional.empty(), source);
                return reply(said, false, here);
            }
        }
        Memory memory = memories.recall(conversation.value());
        Speech speech =
                messages.in(language.or(() -> Remembering.language(memory)).orElse(Language.JAPANESE));
        if (occasion instanceof Occasion.Unreadable(var kind) && kind == Occasion.Unreadable.Kind.PICTURE) {
            Optional<Answer> picture = reports.findPictureAnswer(conversation.value());
            if (picture.isPresent()) return ReplyRenderer.render(picture.get(), speech);
        }
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
        feedback.forget(conversation);
        requests.forget(conversation.value());
        subscribing.stop(conversation.value());
        reports.forget(conversation.value());
        forgotten.publishEvent(new Forgotten(conversation));
    }

    /** Deletes a message that was taken back, and what the conversation has settled, which may come from it. */
    public void forgetMessage(ConversationId conversation, String message) {
        memories.forget(conversation.value());
        requests.dropDraft(conversation.value());
        reports.dropDraft(conversation.value());
        unanswered.forgetMessage(message);
        feedback.forgetMessage(message);
    }

    /**
     * What would be said to a first message, were this what is known; nothing is remembered, counted or kept.
     *
     * @param known such as {@link Knowledge#with} makes it
     */
    public Reply rehearse(String text, String municipality, Knowledge known) {
        var channel = new MunicipalityId(municipality);
        Intent intent = intents.read(text, places.read(text, Optional.empty(), channel), Memory.NONE, channel);
        Speech speech = messages.in(languages.findLanguage(text).orElse(Language.JAPANESE));
        var first = Dialogue.Asked.first(text, intent, channel);
        Answer answer = dialogue.with(known).answer(intent, first, ConversationId.random(), speech);
        return ReplyRenderer.render(answer, speech);
    }

    /**
     * @param keeping whether a question without an answer is kept for staff
     * @param here what the map holds where the resident is, if they sent that
     */
    private Reply reply(Utterance utterance, boolean keeping, Optional<Fact<Place>> here) {
        long begun = System.nanoTime();
        Memory memory = memories.recall(utterance.conversation().value());
        Optional<Reply> rated = rated(utterance, memory);
        if (rated.isPresent()) return rated.get();
        Optional<Report> draft = reports.findDraft(utterance.conversation().value());
        boolean awaited = draft.filter(own -> !own.paused()).isPresent();
        String said = awaited ? utterance.text() : intents.inKana(Wording.bare(utterance.text()));
        // 「英語で歌う会」 may be what an event is called.
        var wish = awaited ? Optional.<LanguageReader.Wish>empty() : languages.findWish(said);
        String typed = wish.map(LanguageReader.Wish::rest).orElse(said);
        boolean chosen = wish.isPresent() || memory.languageChosen();
        var turn = new Turn(utterance, channel(utterance), chosen, keeping, begun);
        String text = AwaitedPlace.complete(typed, memory.told(), () -> read(typed, memory, turn.channel()));
        PlaceReading reading = read(text, memory, turn.channel());
        Language language = wish.map(LanguageReader.Wish::language)
                .or(utterance::language)
                .or(() -> Remembering.language(memory).filter(any -> chosen))
                .or(() -> ownLanguage(text, reading, turn.channel()))
                .or(() -> Remembering.language(memory))
                .or(() -> languages.findLanguage(text))
                .orElse(Language.JAPANESE);
        Speech speech = messages.in(language);
        if (wish.isPresent()) subscribing.speak(utterance.conversation().value(), language);
        boolean onlyLanguage = wish.isPresent() && text.codePoints().noneMatch(Character::isLetterOrDigit);
        if (onlyLanguage) {
            Intent again = intents.readAgain(reading, memory, turn.channel());
            return told(turn, again, answer(again, reading, memory, turn, text, speech), speech);
        }
        Intent whole = intents.read(text, reading, memory, turn.channel());
        var sender = new ReportDialogue.Sender(utterance.conversation().value(), turn.channel(), utterance.channel());
        var reported = reports.hear(sender, text, whole, draft, speech);
        if (reported.answer().isPresent()) {
            return told(turn, whole, reported.answer().get(), reported.speech());
        }
        var requested = requesting.answer(utterance.conversation().value(), text, whole, intents.asks(reading), speech);
        if (requested.isPresent()) {
            return told(turn, whole, requested.get().answer(), requested.get().speech());
        }
        boolean one = whole instanceof Intent.Urgent
                || whole instanceof Intent.Subscribe
                || whole instanceof Intent.Unsubscribe
                || dialogue.isWritten(text, turn.channel());
        List<String> questions = one ? List.of() : questions(text, memory, turn.channel());
        Answer answer = questions.isEmpty()
                ? answer(whole, reading, memory, turn, text, speech)
                : together(questions, turn, speech);
        Answer placed = here.map(place -> dialogue.onMap(answer, place, speech)).orElse(answer);
        MunicipalityId asked = Remembering.municipalityOf(whole).orElse(turn.channel());
        Answer offered =
                subscribing.offered(placed, whole, utterance.conversation().value(), utterance.address(), speech);
        Reply reply = told(turn, whole, feedback.offered(offered, utterance, asked, text, speech), speech);
        if (!reported.setAside()) return reply;
        var note = reports.setAside(reported.speech());
        return reply.with(note.words(), note.choices());
    }

    private Reply told(Turn turn, Intent intent, Answer answer, Speech speech) {
        Reply reply = ReplyRenderer.render(answer, speech);
        MunicipalityId asked = Remembering.municipalityOf(intent).orElse(turn.channel());
        var told = new Told(
                turn.utterance().channel(),
                asked.value(),
                reply.topic(),
                reply.outcome(),
                answer instanceof Answer.NotKnown notKnown
                        ? Optional.of(notKnown.reason().name())
                        : Optional.empty(),
                Remembering.areasAsked(intent),
                Duration.ofNanos(System.nanoTime() - turn.begun()));
        listeners.forEach(listener -> listener.told(told));
        return reply;
    }

    private Optional<Reply> rated(Utterance utterance, Memory memory) {
        Language language =
                utterance.language().or(() -> Remembering.language(memory)).orElse(Language.JAPANESE);
        Speech speech = messages.in(language);
        return feedback.read(utterance, speech).map(thanks -> ReplyRenderer.render(thanks, speech));
    }

    /** Of the words besides names, which are Japanese in every language. */
    private Optional<Language> ownLanguage(String text, PlaceReading reading, MunicipalityId channel) {
        String words = gatherings.withoutName(text, channel);
        return languages.findLanguage(words.equals(text) ? reading.rest().replace(PlaceFinder.NAME_MARK, "") : words);
    }

    /**
     * What does not change while one utterance is answered.
     *
     * @param chosen whether the language was asked for
     * @param begun in nanoseconds of {@link System#nanoTime}
     */
    private record Turn(Utterance utterance, MunicipalityId channel, boolean chosen, boolean keeping, long begun) {}

    /** The questions of a message that asks more than one thing; a statement belongs to the question after it. */
    private List<String> questions(String text, Memory memory, MunicipalityId channel) {
        List<String> parts = Parts.of(text);
        if (parts.size() < 2) return items(text, memory, channel);
        var questions = new ArrayList<String>();
        String statement = "";
        int asking = 0;
        for (String part : parts) {
            PlaceReading reading = read(part, memory, channel);
            if (intents.asks(reading) && !Parts.isStatement(part)) {
                questions.add(statement + part);
                statement = "";
                asking++;
            } else {
                statement += part;
            }
        }
        return asking > 1 ? questions : List.of();
    }

    /** Things asked for in one sentence, where each by itself is a question. */
    private List<String> items(String text, Memory memory, MunicipalityId channel) {
        List<String> different = Parts.difference(text);
        // Areas and schools are compared by what is known of them.
        if (!different.isEmpty() && read(text, memory, channel).places().isEmpty()) return different;
        List<String> items = Parts.items(text);
        boolean each = items.size() > 1 && items.stream().allMatch(item -> intents.asks(read(item, memory, channel)));
        return each ? items : List.of();
    }

    private Answer together(List<String> questions, Turn turn, Speech speech) {
        var answers = new ArrayList<Answer>();
        for (String question : questions) {
            Memory memory = memories.recall(turn.utterance().conversation().value());
            PlaceReading reading = read(question, memory, turn.channel());
            Intent intent = intents.read(question, reading, memory, turn.channel());
            if (intent instanceof Intent.Contact && Parts.asksWhomElsewhere(question, answers)) continue;
            answers.add(answer(intent, reading, memory, turn, question, speech));
        }
        return Parts.together(answers);
    }

    private Answer answer(
            Intent intent, PlaceReading reading, Memory memory, Turn turn, String question, Speech speech) {
        ConversationId conversation = turn.utterance().conversation();
        var words = Dialogue.Asked.after(memory, question, intent, turn.channel());
        Answer answer = subscribing
                .answer(intent, conversation.value(), turn.utterance().address(), speech)
                .orElseGet(() -> dialogue.answer(intent, words, conversation, speech));
        if (intent instanceof Intent.Forget(var step) && step == Intent.Forget.Step.CONFIRMED) {
            forget(conversation);
        } else {
            memories.remember(
                    conversation.value(),
                    Remembering.next(memory, reading, dialogue.told(intent), answer, speech.language(), turn.chosen())
                            .about(dialogue.findSubject(intent, words, answer)));
        }
        if (turn.keeping() && answer instanceof Answer.NotKnown notKnown && notKnown.reason() != Reason.SEARCH_AWAY) {
            unanswered.keep(
                    conversation.value(),
                    words.municipality().value(),
                    question,
                    notKnown.reason().name(),
                    turn.utterance().message());
        }
        return answer;
    }

    private PlaceReading read(String text, Memory memory, MunicipalityId channel) {
        return places.read(text, Remembering.settled(memory), channel);
    }

    private MunicipalityId channel(Utterance utterance) {
        return utterance.municipality().map(MunicipalityId::new).orElse(usual);
    }
}
