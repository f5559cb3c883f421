package tsunagu.notices.outbox;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.notices.outbox.Progress.Recipient;
import tsunagu.notices.outbox.Progress.Stop;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.Subscriber;
import tsunagu.text.Language;

/** What goes out, and to whom. */
@Singleton
class OutboxRepository {
    private static final int AT_ONCE = 200;
    private static final String OPEN = "('waiting', 'batched')";

    private final SqlRepository sql;

    OutboxRepository(SqlRepository sql) {
        this.sql = sql;
    }

    /** Its id, new or of old. */
    long open(Outgoing outgoing, Map<Language, String> bodies, Instant now) {
        int fresh = sql.update(
                "insert into notice_outgoing (idempotency_key, kind, municipality, not_before, not_after, state,"
                        + " reason, failures, created_at, changed_at) values (?, ?, ?, ?, ?, 'sending', '', 0, ?, ?) on"
                        + " conflict do nothing",
                outgoing.key(),
                outgoing.kind().wireName(),
                outgoing.municipality().value(),
                outgoing.notBefore(),
                outgoing.notAfter(),
                now,
                now);
        long id = sql.find(
                        row -> row.getLong(1),
                        "select id from notice_outgoing where idempotency_key = ?",
                        outgoing.key())
                .orElseThrow();
        if (fresh > 0) {
            bodies.forEach((language, body) -> sql.update(
                    "insert into notice_body (outgoing, language, body) values (?, ?, ?)", id, language.tag(), body));
        }
        return id;
    }

    /** How many were new. */
    int insertRecipients(long id, Collection<Language> spoken, Collection<Subscriber> to, Instant now) {
        List<Subscriber> all = List.copyOf(to);
        int added = 0;
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<Subscriber> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            var values = new ArrayList<Object>();
            for (Subscriber one : some) {
                Language language = spoken.contains(one.language()) ? one.language() : Language.JAPANESE;
                Collections.addAll(values, id, one.id(), one.channel(), language.tag(), now);
            }
            String rows = String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?, ?, 'waiting', ?)"));
            added += sql.update(
                    "insert into notice_recipient (outgoing, subscriber, channel, language, state, changed_at) values "
                            + rows + " on conflict do nothing",
                    values.toArray());
        }
        return added;
    }

    /** Those of an earlier one who got it, or may have. */
    int copyRecipients(long id, Collection<Language> spoken, long earlier, Instant now) {
        String known = spoken.stream()
                .map(language -> "'" + language.tag() + "'")
                .sorted()
                .collect(Collectors.joining(", "));
        return sql.update(
                "insert into notice_recipient (outgoing, subscriber, channel, language, state, changed_at)"
                        + " select cast(? as bigint), subscriber, channel, case when language in (" + known
                        + ") then language else 'ja' end, 'waiting', cast(? as timestamp with time zone)"
                        + " from notice_recipient where outgoing = ? and state in ('sent', 'unclear')"
                        + " on conflict do nothing",
                id,
                now,
                earlier);
    }

    /** Those of them who have been told, or are just being told, that much since then. */
    Set<Long> listTold(Collection<Long> subscribers, Instant since, int times) {
        var values = new ArrayList<Object>(subscribers);
        Collections.addAll(values, since, times);
        return new HashSet<>(sql.list(
                row -> row.getLong(1),
                "select subscriber from notice_recipient where subscriber in ("
                        + String.join(", ", Collections.nCopies(subscribers.size(), "?"))
                        + ") and state in ('batched', 'sent', 'unclear') and changed_at > ?"
                        + " group by subscriber having count(*) >= ?",
                values.toArray()));
    }

    /** The same of any number, counted. */
    int countTold(List<Long> subscribers, Instant since, int times) {
        int told = 0;
        for (int i = 0; i < subscribers.size(); i += AT_ONCE) {
            told += listTold(subscribers.subList(i, Math.min(subscribers.size(), i + AT_ONCE)), since, times)
                    .size();
        }
        return told;
    }

    List<Long> listWhoGot(long id) {
        return sql.list(
                row -> row.getLong(1),
                "select subscriber from notice_recipient where outgoing = ? and state in ('sent', 'unclear')"
                        + " order by subscriber",
                id);
    }

    /** Somebody new came to what was done. */
    void reopen(long id, Instant now) {
        sql.update(
                "update notice_outgoing set state = 'sending', changed_at = ? where id = ? and state = 'done'",
                now,
                id);
    }

    boolean stop(long id, Stop reason, Instant now) {
        return sql.update(
                        "update notice_outgoing set state = 'stopped', reason = ?, changed_at = ?"
                                + " where id = ? and state = 'sending'",
                        reason.wireName(),
                        now,
                        id)
                > 0;
    }

    boolean resume(long id, Instant now) {
        return sql.update(
                        "update notice_outgoing set state = 'sending', reason = '', failures = 0, changed_at = ?"
                                + " where id = ? and state = 'stopped' and not_after > ?",
                        now,
                        id,
                        now)
                > 0;
    }

    /** What LINE said to a request: failures in a row, those of before included. */
    int failed(long id) {
        sql.update("update notice_outgoing set failures = failures + 1 where id = ?", id);
        return sql.find(row -> row.getInt(1), "select failures from notice_outgoing where id = ?", id)
                .orElse(0);
    }

    void succeeded(long id) {
        sql.update("update notice_outgoing set failures = 0 where id = ? and failures > 0", id);
    }

    /** Ends it if nobody is left to be told. */
    void finish(long id, Instant now) {
        sql.update(
                "update notice_outgoing set state = 'done', changed_at = ? where id = ? and state <> 'done' and not"
                        + " exists (select 1 from notice_recipient where outgoing = ? and state in " + OPEN + ")",
                now,
                id,
                id);
    }

    /** What nobody may be told any more. */
    List<Long> listStale(Instant now) {
        return sql.list(
                row -> row.getLong(1),
                "select id from notice_outgoing where state in ('sending', 'stopped') and not_after <= ?",
                now);
    }

    Optional<Progress> findProgress(long id) {
        return sql.find(row -> progress(row, counts(id)), "select * from notice_outgoing where id = ?", id);
    }

    private Map<Recipient, Long> counts(long id) {
        var counts = new EnumMap<Recipient, Long>(Recipient.class);
        for (String select : List.of(
                "select state, count(*) from notice_recipient where outgoing = ? group by state",
                "select state, count_of from notice_outcome where outgoing = ?")) {
            sql.list(row -> Map.entry(row.getString(1), row.getLong(2)), select, id)
                    .forEach(
                            row -> counts.merge(Recipient.find(row.getKey()).orElseThrow(), row.getValue(), Long::sum));
        }
        return counts;
    }

    private static Progress progress(ResultSet row, Map<Recipient, Long> counts) throws SQLException {
        return new Progress(
                row.getLong("id"),
                Progress.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Stop.of(row.getString("reason")),
                SqlRepository.instant(row, "not_before").orElseThrow(),
                SqlRepository.instant(row, "not_after").orElseThrow(),
                SqlRepository.instant(row, "changed_at").orElseThrow(),
                counts);
    }

    /** Of what was done before: numbers stay, names go. */
    long deleteRecipients(Instant doneBefore) {
        List<Long> old = sql.list(
                row -> row.getLong(1),
                "select id from notice_outgoing o where state = 'done' and changed_at < ? and exists"
                        + " (select 1 from notice_recipient r where r.outgoing = o.id)",
                doneBefore);
        long deleted = 0;
        for (long id : old) deleted += sql.inOneTransaction(() -> deleteRecipients(id));
        return deleted;
    }

    private int deleteRecipients(long id) {
        counts(id).forEach((state, count) -> {
            sql.update("delete from notice_outcome where outgoing = ? and state = ?", id, state.wireName());
            sql.update(
                    "insert into notice_outcome (outgoing, state, count_of) values (?, ?, ?)",
                    id,
                    state.wireName(),
                    count);
        });
        sql.update("delete from notice_batch where outgoing = ?", id);
        return sql.update("delete from notice_recipient where outgoing = ?", id);
    }

    /** Of all that is not done: by state of the whole, how many there are and how many recipients wait. */
    List<Standing> listStandings() {
        return sql.list(
                row -> new Standing(
                        row.getString(1), row.getInt(2), row.getLong(3), SqlRepository.instant(row, "oldest")),
                "select o.state, count(distinct o.id), count(*), min(o.not_before) as oldest from notice_outgoing o"
                        + " join notice_recipient r on r.outgoing = o.id and r.state in " + OPEN
                        + " where o.state <> 'done' group by o.state");
    }

    /** @param oldest since when the oldest may be sent */
    record Standing(String state, int outgoing, long recipients, Optional<Instant> oldest) {}
}
