package tsunagu.conversation.memory;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what has expired; it is no longer read from the moment it expires, and gone within the hour. */
@Singleton
class ExpiryWorker {
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

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void deleteExpired() {
        long forgotten = conversations.deleteByExpiresAtBefore(clock.instant());
        long deleted = questions.deleteExpired();
        if (forgotten + deleted > 0) {
            LOG.info("Deleted {} expired conversations and {} expired questions", forgotten, deleted);
        }
    }
}
