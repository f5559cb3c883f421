package tsunagu.line.inbox;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tsunagu.line.inbox.Inbox.Shown;

/**
 * The rows of the inbox. Every change by a node is bound to its lease: where another has taken over, nothing changes
 * and the answer is false.
 */
@Singleton
class InboxRepository {
    private static final String COLUMNS = """
        id, channel, conversation, received_at, reply_until, reply_token, event, reply, attempts, timeouts, \
        maybe_sent\
        """;

    private final TransactionOperations<Connection> transactions;

    InboxRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** All or nothing, together with whatever else writes to the database meanwhile. */
    <T> T inOneTransaction(Supplier<T> work) {
        return write(_ -> work.get());
    }

    private <T> T write(Work<T> work) {
        return transactions.executeWrite(status -> carryOut(work, status.getConnection()));
    }

    /** The driver's own words quote values, and with them residents; its code says enough. */
    private static <T> T carryOut(Work<T> work, Connection connection) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refuses with SQL state " + e.getSQLState());
        }
    }

    /** Which of them were new; the others had been saved before, or came twice. */
    List<Boolean> insert(List<Arrival> arrivals, Instant now, List<Instant> replyUntil) {
        return write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                insert into line_inbox (channel, event_key, message_id, conversation, happened_at, received_at,
                    reply_until, reply_token, event, state, attempts, timeouts, maybe_sent, next_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'received', 0, 0, false, ?)
                on conflict do nothing\
                """)) {
                for (int i = 0; i < arrivals.size(); i++) {
                    Arrival arrival = arrivals.get(i);
                    set(
                            statement,
                            arrival.channel(),
                            arrival.key(),
                            arrival.messageId().orElse(null),
                            arrival.conversation(),
                            arrival.happenedAt(),
                            now,
                            replyUntil.get(i),
                            arrival.replyToken().orElse(null),
                            arrival.event(),
                            now);
                    statement.addBatch();
                }
                return Arrays.stream(statement.executeBatch())
                        .mapToObj(count -> count > 0)
                        .toList();
            }
        });
    }

    /** LINE delivered it again, and with it a new life of its reply token: what was given up is tried once more. */
    boolean renew(Arrival again, Instant now, Instant replyUntil) {
        return update(
                        """
                        update line_inbox set
                            state = case when state = 'given-up' and reply is null then 'received'
                                when state = 'given-up' then 'answered' else state end,
                            attempts = case when state = 'given-up' and reply is null then 0 else attempts end,
                            timeouts = case when state = 'given-up' then 0 else timeouts end,
                            next_attempt_at = case when state = 'given-up' then ? else next_attempt_at end,
                            reason = null, finished_at = null, reply_until = ?, reply_token = ?, event = ?
                        where channel = ? and event_key = ?
                            and (state in ('received', 'answered') or state = 'given-up' and reason <> 'unsent')\
                        """,
                        now,
                        replyUntil,
                        again.replyToken().orElse(null),
                        again.event(),
                        again.channel(),
                        again.key())
                > 0;
    }

    /**
     * Takes entries nobody is at work on, of each conversation only the earliest. A stored reply whose node fell silent
     * may have been sent.
     */
    List<InboxEntry> take(String node, Instant now, Instant until, int most) {
        return write(connection -> {
            List<Long> free = lockFree(connection, now, most);
            if (free.isEmpty()) return List.of();
            String ids = placeholders(free.size());
            try (PreparedStatement statement = connection.prepareStatement("""
                update line_inbox set
                    maybe_sent = maybe_sent or (state = 'answered' and taken_by is not null),
                    taken_by = ?, taken_until = ?
                where id in (%s)\
                """.formatted(ids))) {
                var values = new ArrayList<Object>(List.of(node, until));
                values.addAll(free);
                set(statement, values.toArray());
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    "select %s from line_inbox where id in (%s) order by id".formatted(COLUMNS, ids))) {
                set(statement, free.toArray());
                return entries(statement);
            }
        });
    }

    private static List<Long> lockFree(Connection connection, Instant now, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            select id from line_inbox e
            where state in ('received', 'answered') and next_attempt_at <= ?
                and (taken_until is null or taken_until < ?)
                and not exists (
                    select 1 from line_inbox b
                    where b.conversation = e.conversation and b.state in ('received', 'answered')
                        and (b.happened_at < e.happened_at or b.happened_at = e.happened_at and b.id < e.id))
            order by id
            fetch first ? rows only
            for update skip locked\
            """)) {
            set(statement, now, now, most);
            var ids = new ArrayList<Long>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    boolean storeReply(long id, String node, String reply) {
        return update("""
            update line_inbox set state = 'answered', reply = ?, attempts = 1
            where id = ? and taken_by = ? and state = 'received'\
            """, reply, id, node) > 0;
    }

    /** The texts go with it: nobody needs them any more. */
    boolean finishSent(long id, String node, Optional<Reason> reason, Instant now) {
        return update("""
            update line_inbox set state = 'sent', reason = ?, finished_at = ?, taken_by = null, taken_until = null,
                event = null, reply = null, reply_token = null
            where id = ? and taken_by = ?\
            """, reason.map(Reason::wireName).orElse(null), now, id, node) > 0;
    }

    boolean giveUp(long id, String node, Reason reason, boolean maybeSent, Instant now) {
        return update("""
            update line_inbox set state = 'given-up', reason = ?, maybe_sent = ?, finished_at = ?,
                taken_by = null, taken_until = null
            where id = ? and taken_by = ?\
            """, reason.wireName(), maybeSent, now, id, node) > 0;
    }

    /** Lets go of it until then. */
    boolean postpone(long id, String node, int attempts, int timeouts, boolean maybeSent, Instant next) {
        return update("""
            update line_inbox set attempts = ?, timeouts = ?, maybe_sent = ?, next_attempt_at = ?,
                taken_by = null, taken_until = null
            where id = ? and taken_by = ?\
            """, attempts, timeouts, maybeSent, next, id, node) > 0;
    }

    void extendLeases(Collection<Long> ids, String node, Instant until) {
        if (ids.isEmpty()) return;
        var values = new ArrayList<Object>(List.of(until, node));
        values.addAll(ids);
        update(
                "update line_inbox set taken_until = ? where taken_by = ? and id in (%s)"
                        .formatted(placeholders(ids.size())),
                values.toArray());
    }

    /** Given-up entries whose texts are still here, to be worked on once more; all, or the one of this id. */
    int retry(Optional<Long> id, Instant happenedAfter, Instant now, Instant replyUntil) {
        String which = id.isPresent() ? " and id = ?" : "";
        var values = new ArrayList<Object>(List.of(now, replyUntil, happenedAfter));
        id.ifPresent(values::add);
        return update("""
            update line_inbox set state = case when reply is null then 'received' else 'answered' end,
                attempts = case when reply is null then 0 else attempts end,
                timeouts = 0, next_attempt_at = ?, reply_until = ?, reason = null, finished_at = null
            where state = 'given-up' and happened_at > ? and event is not null\
            """ + which, values.toArray());
    }

    /** Takes a message back: it is not answered, and its texts go. True where there was something to take back. */
    boolean withdraw(String channel, String messageId, Instant now) {
        return update("""
            update line_inbox set event = null, reply = null, reply_token = null,
                reason = case when state = 'sent' then reason else 'unsent' end,
                finished_at = coalesce(finished_at, ?), taken_by = null, taken_until = null,
                state = case when state = 'sent' then state else 'given-up' end
            where channel = ? and message_id = ?\
            """, now, channel, messageId) > 0;
    }

    int deleteTexts(Instant givenUpBefore) {
        return update("""
            update line_inbox set event = null, reply = null, reply_token = null
            where state = 'given-up' and finished_at < ? and event is not null\
            """, givenUpBefore);
    }

    int deleteFinished(Instant before) {
        return update("delete from line_inbox where finished_at < ?", before);
    }

    /** Fails where nothing can be written. */
    void requireWritable() {
        update("update line_inbox set attempts = attempts where id = -1");
    }

    /** Of one channel: how many wait, since when the oldest does. */
    List<Waiting> countWaiting() {
        return query(
                "select channel, count(*), min(received_at) from line_inbox"
                        + " where state in ('received', 'answered') group by channel order by channel",
                rows -> new Waiting(rows.getString(1), rows.getInt(2), Optional.of(instant(rows, 3))));
    }

    List<Waiting> countGivenUp(Instant since) {
        return query(
                "select channel, count(*) from line_inbox where state = 'given-up' and finished_at > ?"
                        + " group by channel order by channel",
                rows -> new Waiting(rows.getString(1), rows.getInt(2), Optional.empty()),
                since);
    }

    /** Waiting and given up, the oldest first. */
    List<Shown> listUnsent(int most) {
        return query(
                "select id, channel, received_at, state, reason, attempts from line_inbox"
                        + " where state <> 'sent' order by id fetch first ? rows only",
                rows -> new Shown(
                        rows.getLong(1),
                        rows.getString(2),
                        instant(rows, 3),
                        rows.getString(4),
                        Optional.ofNullable(rows.getString(5)),
                        rows.getInt(6)),
                most);
    }

    /** A count of one channel. */
    record Waiting(String channel, int count, Optional<Instant> oldest) {}

    private static List<InboxEntry> entries(PreparedStatement statement) throws SQLException {
        var entries = new ArrayList<InboxEntry>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(new InboxEntry(
                        rows.getLong("id"),
                        rows.getString("channel"),
                        rows.getString("conversation"),
                        instant(rows, 4),
                        instant(rows, 5),
                        Optional.ofNullable(rows.getString("reply_token")),
                        rows.getString("event"),
                        Optional.ofNullable(rows.getString("reply")),
                        rows.getInt("attempts"),
                        rows.getInt("timeouts"),
                        rows.getBoolean("maybe_sent")));
            }
        }
        return entries;
    }

    private int update(String sql, Object... values) {
        return write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                set(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private <T> List<T> query(String sql, Row<T> read, Object... values) {
        Work<List<T>> work = connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                set(statement, values);
                var found = new ArrayList<T>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) found.add(read.of(rows));
                }
                return found;
            }
        };
        return transactions.executeRead(status -> carryOut(work, status.getConnection()));
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String placeholders(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** What is done within a transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet rows) throws SQLException;
    }
}
