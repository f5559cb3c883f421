package tsunagu.conversation.memory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.text.Masking;

/** The questions nobody could answer: the staff's work list. Masked before they are stored; they expire. */
@Singleton
public class UnansweredQuestions {
    private static final int LONGEST = 500;

    private final UnansweredRepository questions;
    private final KeepingSettings keeping;
    private final Clock clock;

    UnansweredQuestions(UnansweredRepository questions, KeepingSettings keeping, Clock clock) {
        this.questions = questions;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * One question.
     *
     * @param words masked
     * @param reason why there was no answer
     */
    public record UnansweredQuestion(
            UUID id, Optional<String> municipality, String words, String reason, Instant askedAt) {}

    /** @param message the channel's name of the message, for {@link #forgetMessage} */
    public void keep(String conversation, String municipality, String words, String reason, Optional<String> message) {
        String masked = Masking.mask(words);
        int end = masked.offsetByCodePoints(0, Math.min(LONGEST, masked.codePointCount(0, masked.length())));
        Instant now = clock.instant();
        questions.save(new UnansweredRow(
                UUID.randomUUID(),
                conversation,
                municipality,
                masked.substring(0, end),
                reason,
                message.orElse(null),
                now,
                now.plus(keeping.unanswered())));
    }

    /** The words kept of one conversation, masked, newest first. */
    public List<String> listWords(String conversation) {
        return questions.listByConversationAndExpiresAtAfterOrderByAskedAtDesc(conversation, clock.instant()).stream()
                .map(UnansweredRow::words)
                .toList();
    }

    public void forget(String conversation) {
        questions.deleteByConversation(conversation);
    }

    public void forgetMessage(String message) {
        questions.deleteByMessage(message);
    }

    /** Newest first, without those that have expired. */
    public List<UnansweredQuestion> listUnanswered() {
        return questions.listByExpiresAtAfterOrderByAskedAtDesc(clock.instant()).stream()
                .map(row -> new UnansweredQuestion(
                        row.id(), Optional.ofNullable(row.municipality()), row.words(), row.reason(), row.askedAt()))
                .toList();
    }
}
