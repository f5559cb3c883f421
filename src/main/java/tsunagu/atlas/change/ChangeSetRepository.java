package tsunagu.atlas.change;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.sql.SqlRepository;

/** Sets of changes, and the number that tells every copy that something has changed. */
@Singleton
class ChangeSetRepository {
    private final SqlRepository sql;
    private final ObjectMapper json;

    ChangeSetRepository(SqlRepository sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    long insert(ChangeSet set) {
        return sql.insert(
                "insert into atlas_change_set (municipality, kind, title, effective_on, state, revision, size, origin,"
                        + " contents, edited_by, edited_name, edited_at) values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
                set.municipality(),
                set.kind().key(),
                set.title(),
                set.effectiveOn(),
                set.state().key(),
                set.size(),
                write(set.origin()),
                write(set.contents()),
                set.editedBy(),
                set.editedName(),
                set.editedAt());
    }

    boolean save(ChangeSet seen, ChangeSet now) {
        return sql.update(
                        "update atlas_change_set set title = ?, effective_on = ?, size = ?, origin = ?, contents = ?,"
                                + " edited_by = ?, edited_name = ?, edited_at = ?, revision = revision + 1"
                                + " where id = ? and revision = ? and state = 'draft'",
                        now.title(),
                        now.effectiveOn(),
                        now.size(),
                        write(now.origin()),
                        write(now.contents()),
                        now.editedBy(),
                        now.editedName(),
                        now.editedAt(),
                        seen.id(),
                        seen.revision())
                == 1;
    }

    boolean approve(ChangeSet seen, String name, Instant at) {
        return sql.update(
                        "update atlas_change_set set state = 'approved', approved_name = ?, approved_at = ?,"
                                + " revision = revision + 1 where id = ? and revision = ? and state = 'draft'",
                        name,
                        at,
                        seen.id(),
                        seen.revision())
                == 1;
    }

    boolean withdraw(ChangeSet seen) {
        return sql.update(
                        "update atlas_change_set set state = 'withdrawn', revision = revision + 1"
                                + " where id = ? and revision = ? and state <> 'withdrawn'",
                        seen.id(),
                        seen.revision())
                == 1;
    }

    Optional<ChangeSet> find(long id) {
        return sql.find(this::read, "select * from atlas_change_set where id = ?", id);
    }

    /** Newest first; of those from files without their contents, which may be long. */
    List<ChangeSet> list(String municipality) {
        return sql.list(
                this::read,
                "select id, municipality, kind, title, effective_on, state, revision, size, origin,"
                        + " case when kind = 'areas' then contents end as contents, edited_by, edited_name, edited_at,"
                        + " approved_name, approved_at from atlas_change_set where municipality = ? order by id desc",
                municipality);
    }

    /** The last of a kind to have begun. */
    Optional<ChangeSet> findInForce(String municipality, ChangeSet.Kind kind, LocalDate day) {
        return sql.find(
                this::read,
                "select * from atlas_change_set where state = 'approved' and municipality = ? and kind = ?"
                        + " and effective_on <= ? order by effective_on desc, id desc limit 1",
                municipality,
                kind.key(),
                day);
    }

    /** In the order in which they began. */
    List<ChangeSet> listInForce(LocalDate day) {
        return sql.list(
                this::read,
                "select * from atlas_change_set where state = 'approved' and effective_on <= ?"
                        + " order by effective_on, id",
                day);
    }

    void grow() {
        sql.update("update atlas_revision set number = number + 1 where id = 1");
    }

    long revision() {
        return sql.find(row -> row.getLong(1), "select number from atlas_revision where id = 1")
                .orElse(0L);
    }

    private ChangeSet read(ResultSet row) throws SQLException {
        Optional<String> approved = Optional.ofNullable(row.getString("approved_name"));
        Instant approvedAt = SqlRepository.instant(row, "approved_at").orElse(Instant.EPOCH);
        return new ChangeSet(
                row.getLong("id"),
                row.getString("municipality"),
                ChangeSet.Kind.find(row.getString("kind")).orElseThrow(),
                row.getString("title"),
                SqlRepository.day(row, "effective_on").orElseThrow(),
                ChangeSet.State.find(row.getString("state")).orElseThrow(),
                row.getLong("revision"),
                row.getInt("size"),
                parse(row.getString("origin"), Origin.class),
                Optional.ofNullable(row.getString("contents"))
                        .map(text -> parse(text, Contents.class))
                        .orElse(Contents.NONE),
                Optional.ofNullable(row.getObject("edited_by", UUID.class)),
                row.getString("edited_name"),
                SqlRepository.instant(row, "edited_at").orElseThrow(),
                approved.map(name -> new ChangeSet.Approval(name, approvedAt)));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T parse(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
