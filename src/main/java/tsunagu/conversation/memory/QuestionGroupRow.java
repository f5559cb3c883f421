package tsunagu.conversation.memory;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** Questions that are alike, as they are stored; the migration says what the columns hold. */
@MappedEntity("question_group")
public record QuestionGroupRow(
        @Id UUID id,
        String municipality,
        String words,
        String likeness,
        String reason,
        int times,
        Instant firstAskedAt,
        Instant lastAskedAt,
        String state,
        @Nullable UUID takenBy,
        @Nullable String takenByName,
        String note,
        Instant changedAt) {}
