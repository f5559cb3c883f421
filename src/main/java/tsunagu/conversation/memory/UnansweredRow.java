package tsunagu.conversation.memory;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A question nobody could answer, masked. */
@MappedEntity("unanswered_question")
record UnansweredRow(
        @Id UUID id,
        String conversation,
        @Nullable String municipality,
        String words,
        String reason,
        Instant askedAt,
        Instant expiresAt) {}
