package tsunagu.staff.store;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A link that makes an account, or lets its owner choose a new password. */
@MappedEntity("staff_invitation")
public record InvitationRow(
        @Id String tokenHash,
        String role,
        @Nullable String municipality,
        @Nullable UUID account,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
