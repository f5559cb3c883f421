package tsunagu.groups.entry;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/** A group as it is stored; the migration says what its columns hold. */
@MappedEntity("group_entry")
record GroupRow(
        @Id @GeneratedValue @Nullable Long id,
        String municipality,
        @Nullable String fileId,
        String state,
        long revision,
        String kind,
        String name,
        String folded,
        String content,
        @Nullable LocalDate confirmedOn,
        String editedName,
        Instant editedAt) {}
