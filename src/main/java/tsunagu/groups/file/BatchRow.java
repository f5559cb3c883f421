package tsunagu.groups.file;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A file as it waits; {@code content} holds its rows as JSON. */
@MappedEntity("group_batch")
record BatchRow(@Id UUID id, String municipality, String file, String sentName, Instant sentAt, String content) {}
