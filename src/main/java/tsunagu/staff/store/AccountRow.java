package tsunagu.staff.store;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** An account as it is stored; the migration says what its columns hold. */
@MappedEntity("staff_account")
public record AccountRow(
        @Id UUID id,
        String login,
        String loginKey,
        String name,
        String role,
        @Nullable String municipality,
        @Nullable String passwordHash,
        boolean active,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {}
