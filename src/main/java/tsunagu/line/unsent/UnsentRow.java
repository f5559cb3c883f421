package tsunagu.line.unsent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A message that was taken back. */
@MappedEntity("line_unsent")
record UnsentRow(@Id String message, Instant expiresAt) {}
