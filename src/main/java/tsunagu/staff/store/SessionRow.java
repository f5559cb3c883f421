package tsunagu.staff.store;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** One browser that is signed in. */
@MappedEntity("staff_session")
public record SessionRow(
        @Id String tokenHash,
        UUID account,
        Instant createdAt,
        Instant lastSeenAt,
        Instant endsAt,
        @Nullable String flash) {}
