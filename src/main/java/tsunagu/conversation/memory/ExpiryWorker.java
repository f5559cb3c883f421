package tsunagu.conversation.memory;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.keeping.Expiry;

/** Deletes what has expired; it is no longer read from the moment it expires, and gone within the hour. */
@Singleton
class ExpiryWorker implements Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiryWorker.class);

    private final ConversationRepository conversations;
    private final UnansweredQuestions questions;
    private final Clock clock;

    ExpiryWorker(ConversationRepository conversations, UnansweredQuestions questions, Clock clock) {
        this.conversations = conversations;
        this.questions = questions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "5s")
    void sortQuestions() {
        int sorted = questions.sortTheRest();
        if (sorted > 0) LOG.info("Sorted {} questions that were kept before there were groups", sorted);
    }

    @Override
    public Map<String, Long> deleteExpired() {
        long forgotten = conversations.deleteByExpiresAtBefore(clock.instant());
        return Map.of("会話の記憶", forgotten, "未回答の質問", questions.deleteExpired());
    }
}
