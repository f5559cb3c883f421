package tsunagu.groups.stint;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A small job as it is stored; the migration says what its columns hold. */
@MappedEntity("group_stint")
record StintRow(
        @Id @GeneratedValue @Nullable Long id,
        String municipality,
        @Nullable Long groupEntry,
        String title,
        String notes,
        String area,
        Instant startsAt,
        int minutes,
        String place,
        int needed,
        String state,
        long revision,
        String editedName,
        Instant editedAt) {}
