package tsunagu.conversation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.feedback.FeedbackRepository;
import tsunagu.conversation.feedback.FeedbackRow;
import tsunagu.conversation.feedback.Offers;
import tsunagu.conversation.feedback.Offers.Offer;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.conversation.words.Messages;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Topic;
import tsunagu.text.Folding;
import tsunagu.text.Language;

/**
 * 「役に立った」「ちがう」, offered below what was answered: what residents say of an answer. A wrong answer is a question
 * for staff.
 */
@Singleton
public class Feedback {
    /** Why such a question is among the unanswered. */
    private static final String SAID_WRONG = "SAID_WRONG";

    private static final String HELPED_BUTTON = "choices.helped";
    private static final String WRONG_BUTTON = "choices.wrong";
    private static final String WRONG_WORDS = "feedback.said-wrong";

    private final FeedbackRepository feedback;
    private final UnansweredQuestions unanswered;
    private final Offers offers;
    private final Collection<Conversations.Listener> listeners;
    private final Clock clock;
    private final Set<String> helpedWords;
    private final Set<String> wrongWords;

    Feedback(
            FeedbackRepository feedback,
            UnansweredQuestions unanswered,
            Offers offers,
            Messages messages,
            Collection<Conversations.Listener> listeners,
            Clock clock) {
        this.feedback = feedback;
        this.unanswered = unanswered;
        this.offers = offers;
        this.listeners = listeners;
        this.clock = clock;
        this.helpedWords = words(messages, HELPED_BUTTON);
        this.wrongWords = words(messages, WRONG_BUTTON, WRONG_WORDS);
    }

    /** Folded, in all languages. */
    private static Set<String> words(Messages messages, String... keys) {
        return Stream.of(Language.values())
                .map(messages::in)
                .flatMap(speech -> Stream.of(keys).map(speech::say))
                .map(Folding::name)
                .collect(toUnmodifiableSet());
    }

    /** How often answers helped, and how often not. */
    public record Tally(long helped, long wrong) {}

    /** The answer helped. */
    public void helped(String municipality, Topic topic) {
        keep(municipality, topic, true);
    }

    /**
     * The answer was wrong: the question goes, masked, where those that nobody could answer are.
     *
     * @param question as the resident asked it
     * @param message the channel's name of the message that held it, by which it can be taken back
     */
    public void wrong(
            ConversationId conversation, String municipality, Topic topic, String question, Optional<String> message) {
        keep(municipality, topic, false);
        unanswered.keep(conversation.value(), municipality, question, SAID_WRONG, message);
    }

    /** @param municipality empty for all */
    public Tally tally(Optional<String> municipality, Duration latest) {
        return new Tally(count(municipality, true, latest), count(municipality, false, latest));
    }

    private long count(Optional<String> municipality, boolean helped, Duration latest) {
        var since = clock.instant().minus(latest);
        return municipality
                .map(only -> feedback.countByMunicipalityAndHelpedAndGivenAtAfter(only, helped, since))
                .orElseGet(() -> feedback.countByHelpedAndGivenAtAfter(helped, since));
    }

    private void keep(String municipality, Topic topic, boolean helped) {
        feedback.save(new FeedbackRow(UUID.randomUUID(), municipality, topic.wireName(), helped, clock.instant()));
    }

    /** The thanks for a word on the last answer; empty where the words are none, or there was no answer. */
    Optional<Answer> read(Utterance utterance, Speech speech) {
        String said = Folding.name(utterance.text());
        boolean helped = helpedWords.contains(said);
        if (!helped && !wrongWords.contains(said)) return Optional.empty();
        String conversation = utterance.conversation().value();
        return offers.find(conversation).map(offer -> {
            // Said twice, it counts once.
            offers.forget(conversation);
            heed(helped, offer, utterance.conversation());
            listeners.forEach(listener -> listener.rated(utterance.channel(), offer.municipality(), helped));
            return thanks(helped, speech);
        });
    }

    private void heed(boolean helped, Offer offer, ConversationId conversation) {
        Topic topic = Topic.valueOf(offer.topic());
        if (helped) helped(offer.municipality(), topic);
        else wrong(conversation, offer.municipality(), topic, offer.question(), offer.message());
    }

    private static Answer thanks(boolean helped, Speech speech) {
        if (helped) return new Answer.Talk(Topic.SMALLTALK, speech.say("feedback.thanks"), List.of());
        return new Answer.Talk(
                Topic.SMALLTALK, speech.say("feedback.noted"), List.of(new Choice(speech.say("choices.office"))));
    }

    /** What was told from sources may be spoken of; the rest is as it was. */
    Answer offered(Answer answer, Utterance utterance, MunicipalityId municipality, String question, Speech speech) {
        if (!(answer instanceof Answer.Cited cited)) return answer;
        offers.remember(
                utterance.conversation().value(),
                new Offer(municipality.value(), cited.topic().name(), question, utterance.message()));
        return cited.withChoices(all(cited.choices(), speech));
    }

    private static List<Choice> all(List<Choice> before, Speech speech) {
        var choices = new ArrayList<>(before.subList(0, Math.min(before.size(), ReplyRenderer.MOST_CHOICES - 2)));
        choices.add(new Choice(speech.say(HELPED_BUTTON)));
        choices.add(new Choice(speech.say(WRONG_BUTTON), speech.say(WRONG_WORDS)));
        return choices;
    }

    void forget(ConversationId conversation) {
        offers.forget(conversation.value());
    }

    void forgetMessage(String message) {
        offers.forgetMessage(message);
    }
}
