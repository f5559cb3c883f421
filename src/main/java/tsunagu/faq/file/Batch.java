package tsunagu.faq.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.faq.entry.Content;

/** A file that was read and not yet taken: what each of its rows would do. */
public record Batch(UUID id, String municipality, String file, String sentBy, Instant sentAt, List<Row> rows) {
    public Batch {
        rows = List.copyOf(rows);
    }

    /** What a row is. */
    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED,
        BAD
    }

    /**
     * A row of the file.
     *
     * @param line of the file, from 1
     * @param entry the one it changes, empty for a new one
     * @param revision of that entry when the file was read
     * @param reason what is wrong with it, empty for good ones
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            long line, Kind kind, Optional<Long> entry, Optional<Long> revision, Content content, String reason) {}

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    public List<Row> bad() {
        return rows.stream().filter(row -> row.kind() == Kind.BAD).toList();
    }
}
