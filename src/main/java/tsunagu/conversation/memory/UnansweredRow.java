package tsunagu.conversation.memory;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A question nobody could answer, masked.
 *
 * @param message by which the channel knows it
 * @param questionGroup those it is alike to
 */
@MappedEntity("unanswered_question")
record UnansweredRow(
        @Id UUID id,
        String conversation,
        @Nullable String municipality,
        String words,
        String reason,
        @Nullable String message,
        Instant askedAt,
        Instant expiresAt,
        @Nullable UUID questionGroup) {}
