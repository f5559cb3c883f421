package tsunagu.events.file;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.sql.SqlRepository;

/** Files that wait to be taken, with their rows. */
@Singleton
class BatchRepository {
    private final SqlRepository sql;
    private final ObjectMapper json;

    BatchRepository(SqlRepository sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void save(Batch batch) {
        try {
            sql.update(
                    "insert into event_batch (id, municipality, file, sent_name, sent_at, content)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    batch.id(),
                    batch.municipality(),
                    batch.file(),
                    batch.sentBy(),
                    batch.sentAt(),
                    json.writeValueAsString(batch.rows()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Batch> find(UUID id) {
        return sql.find(this::read, "select * from event_batch where id = ?", id);
    }

    List<Batch> list() {
        return sql.list(this::read, "select * from event_batch order by sent_at desc");
    }

    boolean delete(UUID id) {
        return sql.update("delete from event_batch where id = ?", id) == 1;
    }

    int deleteBefore(Instant end) {
        return sql.update("delete from event_batch where sent_at < ?", end);
    }

    private Batch read(ResultSet row) throws SQLException {
        try {
            return new Batch(
                    row.getObject("id", UUID.class),
                    row.getString("municipality"),
                    row.getString("file"),
                    row.getString("sent_name"),
                    SqlRepository.instant(row, "sent_at").orElseThrow(),
                    json.readValue(row.getString("content"), Argument.listOf(Batch.Row.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
