package tsunagu.faq.serving;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import tsunagu.sql.SqlRepository;

/** The questions staff keep, each with the entry that must go on answering it. */
@Singleton
class GoldenRepository {
    private final SqlRepository sql;
    private final Clock clock;

    GoldenRepository(SqlRepository sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void keep(String municipality, String words, long expects, String keptName) {
        sql.update(
                "insert into faq_golden (municipality, words, expects, kept_name, kept_at) values (?, ?, ?, ?, ?)",
                municipality,
                words,
                expects,
                keptName,
                clock.instant());
    }

    int remove(long id, long expects) {
        return sql.update("delete from faq_golden where id = ? and expects = ?", id, expects);
    }

    List<Golden> list(String municipality) {
        return sql.list(
                GoldenRepository::read, "select * from faq_golden where municipality = ? order by id", municipality);
    }

    List<Golden> listOf(long expects) {
        return sql.list(GoldenRepository::read, "select * from faq_golden where expects = ? order by id", expects);
    }

    private static Golden read(ResultSet row) throws SQLException {
        return new Golden(
                row.getLong("id"), row.getString("words"), row.getLong("expects"), row.getString("kept_name"));
    }
}
