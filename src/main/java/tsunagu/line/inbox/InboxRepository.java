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
    /** A stored reply whose node fell silent may have been sent, too. */
    private static final String MAYBE_SENT = "maybe_sent or (state = 'answered' and taken_by is not null)";

    private static final String COLUMNS =
            "id, channel, conversation, received_at, reply_until, reply_token, event, reply, attempts, timeouts, "
                    + MAYBE_SENT + " as maybe_sent";

    private static final String FREE = "next_attempt_at <= ? and (taken_until is null or taken_until < ?)";

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
            List<Long> free = listFree(connection, now, most);
            List<InboxEntry> taken = free.isEmpty() ? List.of() : lock(connection, now, free);
            if (taken.isEmpty()) return taken;
            updateRows(
                    connection,
                    "maybe_sent = " + MAYBE_SENT + ", taken_by = ?, taken_until = ?",
                    taken.stream().map(InboxEntry::id).toList(),
                    node,
                    until);
            return taken;
        });
    }

    /** Without locks: H2 reads rows to be locked in no order, so that it would read all that wait. */
    private static List<Long> listFree(Connection connection, Instant now, int most) throws SQLException {
        return query(connection, """
            select id from line_inbox e
            where finished_at is null and %s
                and not exists (
                    select 1 from line_inbox b
                    where b.conversation = e.conversation and b.finished_at is null
                        and b.happened_at <= e.happened_at and (b.happened_at < e.happened_at or b.id < e.id))
            order by finished_at, id
            fetch first ? rows only\
            """.formatted(FREE), rows -> rows.getLong(1), now, now, most);
    }

    /** Those of them that no other node has taken, or is taking, meanwhile. */
    private static List<InboxEntry> lock(Connection connection, Instant now, List<Long> ids) throws SQLException {
        var values = new ArrayList<Object>(ids);
        values.addAll(List.of(now, now));
        return query(
                connection,
                """
                select %s from line_inbox where id in (%s) and finished_at is null and %s
                order by id for update skip locked\
                """.formatted(COLUMNS, placeholders(ids.size()), FREE),
                InboxRepository::entry,
                values.toArray());
    }

    /**
     * Gives up those among the longest waiting whose reply token died before then, as far as nobody is at work on them.
     *
     * @param most how many of the longest waiting to look at
     * @return their channels
     */
    List<String> giveUpLate(Instant now, Instant deadBefore, int most) {
        return write(connection -> {
            List<Long> dead =
                    query(connection, """
                        select id from (
                            select id, reply_until, next_attempt_at, taken_until from line_inbox
                            where finished_at is null order by finished_at, id fetch first ? rows only) e
                        where reply_until <= ? and %s\
                        """.formatted(FREE), rows -> rows.getLong(1), most, deadBefore, now, now);
            List<InboxEntry> ours = dead.isEmpty() ? List.of() : lock(connection, now, dead);
            if (ours.isEmpty()) return List.of();
            updateRows(
                    connection,
                    "maybe_sent = " + MAYBE_SENT
                            + ", taken_by = null, taken_until = null, state = 'given-up', reason = ?, finished_at = ?",
                    ours.stream().map(InboxEntry::id).toList(),
                    Reason.TOO_LATE.wireName(),
                    now);
            return ours.stream().map(InboxEntry::channel).toList();
        });
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

    /** But of those just being written to, which nobody else can take meanwhile: to wait for them could be for ever. */
    void extendLeases(Collection<Long> ids, String node, Instant until) {
        if (ids.isEmpty()) return;
        write(connection -> {
            var ours = new ArrayList<Object>(ids);
            ours.add(node);
            List<Long> free =
                    query(connection, """
                        select id from line_inbox where id in (%s) and taken_by = ? order by id for update skip locked\
                        """.formatted(placeholders(ids.size())), rows -> rows.getLong(1), ours.toArray());
            return free.isEmpty() ? 0 : updateRows(connection, "taken_until = ?", free, until);
        });
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

    /** The texts of what was given up go now. */
    int forget(String conversation) {
        return update("""
            update line_inbox set event = null, reply = null, reply_token = null
            where conversation = ? and state = 'given-up' and event is not null\
            """, conversation);
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
                        + " where finished_at is null group by channel order by channel",
                rows -> new Waiting(rows.getString(1), rows.getInt(2), Optional.of(instant(rows, 3))));
    }

    /** What its resident took back is not among them. */
    List<GivenUp> countGivenUp(Instant since) {
        return query(
                "select channel, reason, count(*) from line_inbox where finished_at > ? and state = 'given-up'"
                        + " and reason <> 'unsent' group by channel, reason order by channel, reason",
                rows -> new GivenUp(rows.getString(1), rows.getString(2), rows.getInt(3)),
                since);
    }

    record GivenUp(String channel, String reason, int count) {}

    /** Waiting and given up, the oldest first; without what its resident took back. */
    List<Shown> listUnsent(int most) {
        return query(
                "select id, channel, received_at, state, reason, attempts from line_inbox where state <> 'sent'"
                        + " and (reason is null or reason <> 'unsent') order by id fetch first ? rows only",
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

    private static InboxEntry entry(ResultSet row) throws SQLException {
        return new InboxEntry(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("conversation"),
                instant(row, 4),
                instant(row, 5),
                Optional.ofNullable(row.getString("reply_token")),
                row.getString("event"),
                Optional.ofNullable(row.getString("reply")),
                row.getInt("attempts"),
                row.getInt("timeouts"),
                row.getBoolean("maybe_sent"));
    }

    private int update(String sql, Object... values) {
        return write(connection -> update(connection, sql, values));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static int updateRows(Connection connection, String changes, List<Long> ids, Object... values)
            throws SQLException {
        var all = new ArrayList<Object>(List.of(values));
        all.addAll(ids);
        String sql = "update line_inbox set " + changes + " where id in (" + placeholders(ids.size()) + ")";
        return update(connection, sql, all.toArray());
    }

    private <T> List<T> query(String sql, Row<T> read, Object... values) {
        Work<List<T>> work = connection -> query(connection, sql, read, values);
        return transactions.executeRead(status -> carryOut(work, status.getConnection()));
    }

    private static <T> List<T> query(Connection connection, String sql, Row<T> read, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            var found = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(read.of(rows));
            }
            return found;
        }
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
