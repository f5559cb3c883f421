package tsunagu.keeping;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tsunagu.keeping.Keeping.Backup;
import tsunagu.keeping.Keeping.Deleted;
import tsunagu.sql.SqlRepository;

/** What was deleted, and when the database was last backed up. */
@Singleton
class KeepingRepository {
    private final SqlRepository sql;

    KeepingRepository(SqlRepository sql) {
        this.sql = sql;
    }

    /** Adds to what went on that day; several copies may do so at once. */
    void add(Instant at, ZoneId zone, String what, long deleted) {
        LocalDate day = at.atZone(zone).toLocalDate();
        sql.inOneTransaction(() -> {
            sql.update("""
                insert into keeping_day (on_day, what, deleted, ran_at) values (?, ?, 0, ?) on conflict do nothing
                """, day, what, at);
            return sql.update(
                    "update keeping_day set deleted = deleted + ?, ran_at = ? where on_day = ? and what = ?",
                    deleted,
                    at,
                    day,
                    what);
        });
    }

    List<Deleted> listSince(LocalDate day) {
        return sql.list(
                row -> new Deleted(
                        row.getObject("on_day", LocalDate.class),
                        row.getString("what"),
                        row.getLong("deleted"),
                        SqlRepository.instant(row, "ran_at").orElseThrow()),
                "select on_day, what, deleted, ran_at from keeping_day where on_day >= ? order by on_day desc, what",
                day);
    }

    void save(Backup backup) {
        sql.insert(
                "insert into keeping_backup (made_at, bytes, entries) values (?, ?, ?)",
                backup.madeAt(),
                backup.bytes(),
                backup.rows());
    }

    Optional<Backup> findLast() {
        return sql.find(
                row -> new Backup(
                        SqlRepository.instant(row, "made_at").orElseThrow(),
                        row.getLong("bytes"),
                        row.getLong("entries")),
                "select made_at, bytes, entries from keeping_backup order by id desc limit 1");
    }
}
