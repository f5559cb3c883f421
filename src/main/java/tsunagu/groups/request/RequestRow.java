package tsunagu.groups.request;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A request as it is stored; the migration says what its columns hold. */
@MappedEntity("group_request")
record RequestRow(
        @Id UUID id,
        String municipality,
        @Nullable Long groupEntry,
        @Nullable Long stint,
        String subject,
        String conversation,
        String state,
        String step,
        String called,
        String reach,
        String language,
        long revision,
        String handledName,
        Instant createdAt,
        Instant changedAt,
        Instant expiresAt) {}
