package tsunagu.conversation.feedback;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** What was answered last in a conversation, as it is stored. */
@MappedEntity("answer_offer")
record OfferRow(
        @Id String conversation,
        String municipality,
        String topic,
        String question,
        @Nullable String message,
        Instant expiresAt) {}
