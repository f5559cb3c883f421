package tsunagu.groups.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.groups.entry.Content;
import tsunagu.groups.entry.State;

/**
 * A file that was read and waits to be taken.
 *
 * @param sentBy who sent it
 */
public record Batch(UUID id, String municipality, String file, String sentBy, Instant sentAt, List<Row> rows) {
    public Batch {
        rows = List.copyOf(rows);
    }

    /** What taking a row would do. */
    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED,
        BAD
    }

    /**
     * A row.
     *
     * @param line of the file, from 1
     * @param fileId what the file calls it, empty where it has no id
     * @param group id of the one that is changed
     * @param revision it was read upon
     * @param reason what is wrong with a bad one, as sentences
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            long line,
            Kind kind,
            String fileId,
            Optional<Long> group,
            Optional<Long> revision,
            State state,
            Content content,
            String reason) {}

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    public List<Row> bad() {
        return rows.stream().filter(row -> row.kind() == Kind.BAD).toList();
    }
}
