package tsunagu.staff.store;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** One thing somebody did. */
@MappedEntity("staff_trail")
public record TrailRow(
        @Id @GeneratedValue @Nullable Long id,
        Instant happenedAt,
        @Nullable UUID account,
        String name,
        @Nullable String municipality,
        String action,
        String subject,
        String detail) {}
