package tsunagu.notices.reminder;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.sql.SqlRepository;

/** What which subscriber was told. */
@Singleton
class ToldRepository {
    private static final int AT_ONCE = 200;

    private final SqlRepository sql;

    ToldRepository(SqlRepository sql) {
        this.sql = sql;
    }

    /** Something of which subscribers know what held then. */
    record Known(String matter, String print) {}

    /** False where they have been told it, on whichever copy, or want nothing any more. */
    boolean claim(long subscriber, String matter, Instant now, Instant expires) {
        return sql.update(
                        "insert into reminder_told (subscriber, matter, print, told_at, expires_at)"
                                + " select id, ?, '', cast(? as timestamp with time zone),"
                                + " cast(? as timestamp with time zone) from subscriber where id = ?"
                                + " on conflict do nothing",
                        matter,
                        now,
                        expires,
                        subscriber)
                > 0;
    }

    void add(Collection<Long> subscribers, Known known, Instant now, Instant expires) {
        List<Long> all = List.copyOf(subscribers);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            var values = new ArrayList<Object>(List.of(known.matter(), known.print(), now, expires));
            List<Long> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            values.addAll(some);
            sql.update(
                    "insert into reminder_told (subscriber, matter, print, told_at, expires_at)"
                            + " select id, ?, ?, cast(? as timestamp with time zone),"
                            + " cast(? as timestamp with time zone) from subscriber where id in ("
                            + String.join(", ", Collections.nCopies(some.size(), "?")) + ") on conflict do nothing",
                    values.toArray());
        }
    }

    Set<Long> listSubscribers(String matter) {
        return sql.list(row -> row.getLong(1), "select subscriber from reminder_told where matter = ?", matter).stream()
                .collect(Collectors.toSet());
    }

    List<Known> listKnown(String matterBegins, Instant now) {
        return sql.list(
                row -> new Known(row.getString(1), row.getString(2)),
                "select distinct matter, print from reminder_told where matter like ? and expires_at > ?"
                        + " order by matter, print",
                matterBegins + "%",
                now);
    }

    List<Long> listWhoKnow(Known known) {
        return sql.list(
                row -> row.getLong(1),
                "select subscriber from reminder_told where matter = ? and print = ? order by subscriber",
                known.matter(),
                known.print());
    }

    /** How many knew something else until now. */
    int learn(Known known, String print, Instant now) {
        return sql.update(
                "update reminder_told set print = ?, told_at = ? where matter = ? and print = ?",
                print,
                now,
                known.matter(),
                known.print());
    }

    long deleteExpired(Instant now) {
        return sql.update("delete from reminder_told where expires_at < ?", now);
    }
}
