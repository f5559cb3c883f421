package tsunagu.notices.outbox;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.notices.outbox.Progress.Recipient;
import tsunagu.sql.SqlRepository;

/**
 * Requests and their recipients. Every change by a node is bound to its lease: where another has taken over, nothing
 * changes and the answer is false.
 */
@Singleton
class BatchRepository {
    private static final String FREE = "(taken_until is null or taken_until < ? or taken_by = ?)";

    private final SqlRepository sql;

    BatchRepository(SqlRepository sql) {
        this.sql = sql;
    }

    /** Recipients of one request, before it is made. */
    record Waiting(long outgoing, Outgoing.Kind kind, String channel, String language, List<Long> subscribers) {}

    /** Until the transaction ends, nobody else chooses recipients. */
    void awaitTurn() {
        sql.list(row -> row.getInt(1), "select id from notice_turn where id = 1 for update");
    }

    /** The next to be told, all in the same words by the same account. */
    Optional<Waiting> findWaiting(Instant now, int most) {
        return sql.find(
                        row -> new Waiting(
                                row.getLong("id"),
                                Outgoing.Kind.find(row.getString("kind")).orElseThrow(),
                                row.getString("channel"),
                                row.getString("language"),
                                List.of()),
                        "select o.id, o.kind, r.channel, r.language from notice_outgoing o"
                                + " join notice_recipient r on r.outgoing = o.id and r.state = 'waiting'"
                                + " where o.state = 'sending' and o.not_before <= ? and o.not_after > ?"
                                + " order by o.not_before, o.id, r.channel, r.language fetch first 1 rows only",
                        now,
                        now)
                .map(next -> new Waiting(
                        next.outgoing(),
                        next.kind(),
                        next.channel(),
                        next.language(),
                        sql.list(
                                row -> row.getLong(1),
                                "select subscriber from notice_recipient where outgoing = ? and state = 'waiting' and"
                                        + " channel = ? and language = ? order by subscriber fetch first ? rows only",
                                next.outgoing(),
                                next.channel(),
                                next.language(),
                                most)));
    }

    /** Writes the request down, and takes it. */
    UUID insert(Waiting waiting, List<Long> recipients, String node, Instant now, Instant until) {
        UUID id = UUID.randomUUID();
        sql.update(
                "insert into notice_batch (id, outgoing, channel, language, state, tries, in_doubt, next_attempt_at,"
                        + " taken_by, taken_until) values (?, ?, ?, ?, 'open', 0, false, ?, ?, ?)",
                id,
                waiting.outgoing(),
                waiting.channel(),
                waiting.language(),
                now,
                node,
                until);
        for (int place = 0; place < recipients.size(); place++) {
            sql.update(
                    "update notice_recipient set state = 'batched', batch = ?, place = ?, changed_at = ?"
                            + " where outgoing = ? and subscriber = ?",
                    id,
                    place,
                    now,
                    waiting.outgoing(),
                    recipients.get(place));
        }
        return id;
    }

    /** Takes a request that is due: one of this node's, or one whose node has fallen silent. */
    Optional<Batch> take(String node, Instant now, Instant until) {
        return sql.inOneTransaction(() -> {
            // H2 locks what it reads: first without locks, then the one row.
            List<UUID> due = sql.list(
                    row -> row.getObject(1, UUID.class),
                    "select b.id from notice_batch b join notice_outgoing o on o.id = b.outgoing and o.state ="
                            + " 'sending' where b.state = 'open' and b.next_attempt_at <= ? and " + FREE
                            + " order by b.next_attempt_at fetch first 8 rows only",
                    now,
                    now,
                    node);
            for (UUID id : due) {
                List<UUID> locked = sql.list(
                        row -> row.getObject(1, UUID.class),
                        "select id from notice_batch where id = ? and state = 'open' and next_attempt_at <= ? and "
                                + FREE + " for update skip locked",
                        id,
                        now,
                        now,
                        node);
                if (locked.isEmpty()) continue;
                // Until then it is no longer due: neither another thread of this node takes it, nor another node.
                sql.update(
                        "update notice_batch set taken_by = ?, taken_until = ?, next_attempt_at = ? where id = ?",
                        node,
                        until,
                        until,
                        id);
                return find(id);
            }
            return Optional.<Batch>empty();
        });
    }

    Optional<Batch> find(UUID id) {
        List<Long> recipients = sql.list(
                row -> row.getLong(1),
                "select subscriber from notice_recipient where batch = ? and state = 'batched' order by place",
                id);
        return sql.find(
                row -> batch(row, recipients),
                "select b.*, o.kind, o.not_after, t.body from notice_batch b"
                        + " join notice_outgoing o on o.id = b.outgoing"
                        + " join notice_body t on t.outgoing = b.outgoing and t.language = b.language where b.id = ?",
                id);
    }

    private static Batch batch(ResultSet row, List<Long> recipients) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getLong("outgoing"),
                Outgoing.Kind.find(row.getString("kind")).orElseThrow(),
                row.getString("channel"),
                row.getString("body"),
                row.getInt("tries"),
                row.getBoolean("in_doubt"),
                SqlRepository.instant(row, "first_tried_at"),
                SqlRepository.instant(row, "not_after").orElseThrow(),
                recipients);
    }

    /** Right before a request: from now on LINE may have it. False where it is not this node's any more. */
    boolean begin(UUID id, String node, Instant now, Instant until) {
        return sql.update(
                        "update notice_batch set tries = tries + 1, in_doubt = true, taken_until = ?,"
                                + " next_attempt_at = ?, first_tried_at = coalesce(first_tried_at, ?)"
                                + " where id = ? and taken_by = ? and state = 'open' and exists"
                                + " (select 1 from notice_outgoing o where o.id = outgoing and o.state = 'sending')",
                        until,
                        until,
                        now,
                        id,
                        node)
                > 0;
    }

    /** It is tried again then, by this node, or by another a lease later. */
    boolean postpone(UUID id, String node, boolean inDoubt, Instant next, Instant until) {
        return sql.update(
                        "update notice_batch set in_doubt = ?, next_attempt_at = ?, taken_until = ?"
                                + " where id = ? and taken_by = ? and state = 'open'",
                        inDoubt,
                        next,
                        until,
                        id,
                        node)
                > 0;
    }

    boolean end(UUID id, String node) {
        return sql.update(
                        "update notice_batch set state = 'ended', taken_by = null, taken_until = null"
                                + " where id = ? and taken_by = ? and state = 'open'",
                        id,
                        node)
                > 0;
    }

    /** All that are left of a request come to this end, also where they were given up meanwhile. */
    int settle(UUID batch, Recipient state, Instant now) {
        return sql.update(
                "update notice_recipient set state = ?, changed_at = ?"
                        + " where batch = ? and state in ('batched', 'unclear')",
                state.wireName(),
                now,
                batch);
    }

    /** Some come to this end, whether in a request or not. */
    void settle(long outgoing, Collection<Long> subscribers, Recipient state, Instant now) {
        if (subscribers.isEmpty()) return;
        var values = new ArrayList<Object>(List.of(state.wireName(), now, outgoing));
        values.addAll(subscribers);
        sql.update(
                "update notice_recipient set state = ?, changed_at = ? where outgoing = ? and subscriber in ("
                        + marks(subscribers.size()) + ") and state in ('waiting', 'batched')",
                values.toArray());
    }

    /** They wait for another request. */
    void release(UUID batch, Instant now) {
        sql.update(
                "update notice_recipient set state = 'waiting', batch = null, place = null, changed_at = ?"
                        + " where batch = ? and state = 'batched'",
                now,
                batch);
    }

    /** Of what is too old now: who waits is not told, and of requests in doubt it will never be known. */
    void expire(long outgoing, Instant now) {
        sql.update(
                "update notice_recipient set state = case when batch is not null and exists (select 1 from"
                    + " notice_batch b where b.id = batch and b.in_doubt) then 'unclear' else 'stale' end, changed_at"
                    + " = ? where outgoing = ? and state in ('waiting', 'batched')",
                now,
                outgoing);
        sql.update(
                "update notice_batch set state = 'ended', taken_by = null, taken_until = null"
                        + " where outgoing = ? and state = 'open'",
                outgoing);
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
