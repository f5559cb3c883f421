package tsunagu.conversation.memory;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A conversation as it is stored; lists are parted by commas. */
@MappedEntity("conversation")
record ConversationRow(
        @Id String id,
        @Nullable String municipality,
        boolean settled,
        String areas,
        @Nullable String home,
        String asked,
        String told,
        @Nullable String subject,
        String pending,
        boolean awaitingPlace,
        @Nullable String languageTag,
        boolean languageChosen,
        Instant expiresAt) {}
