package tsunagu.events.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A file that was read and not yet taken, or what was left of it: what each of its rows would do. */
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
     * @param event the one it changes, empty for a new one
     * @param revision of that event when the file was read
     * @param texts by key of the field; of a bad row as they stand in the file
     * @param state as the file calls it
     * @param reason what is wrong with it, empty for good ones
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            long line,
            Kind kind,
            Optional<Long> event,
            Optional<Long> revision,
            Map<String, String> texts,
            String state,
            String reason) {

        public String title() {
            return texts.getOrDefault("title", "");
        }
    }

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    public List<Row> bad() {
        return rows.stream().filter(row -> row.kind() == Kind.BAD).toList();
    }
}
