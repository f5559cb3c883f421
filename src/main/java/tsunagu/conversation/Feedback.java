package tsunagu.conversation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tsunagu.conversation.feedback.FeedbackRepository;
import tsunagu.conversation.feedback.FeedbackRow;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.message.Topic;

/** 「役に立った」「ちがう」: what residents say of an answer. A wrong answer is a question for staff. */
@Singleton
public class Feedback {
    private static final String SAID_WRONG = "SAID_WRONG";

    private final FeedbackRepository feedback;
    private final UnansweredQuestions unanswered;
    private final Clock clock;

    Feedback(FeedbackRepository feedback, UnansweredQuestions unanswered, Clock clock) {
        this.feedback = feedback;
        this.unanswered = unanswered;
        this.clock = clock;
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
}
