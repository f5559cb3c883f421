package tsunagu.submissions.entry;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.sql.SqlRepository;

/** Submissions as rows. What has expired is not found. */
@Singleton
class SubmissionRepository {
    private static final String ROWS = """
        select s.*, (select count(*) from submission_picture p where p.submission = s.id) as pictures
        from submission s where s.expires_at > ? and \
        """;
    private static final int MOST = 200;

    private final SqlRepository sql;
    private final ObjectMapper json;

    SubmissionRepository(SqlRepository sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(Submission one, String tokenHash, String digest) {
        sql.update(
                """
                insert into submission (id, municipality, kind, channel, conversation, token_hash, language, state,
                    step, fixing, paused, title, content, contact_may, doubts, digest, reason, entry, told, revision,
                    handled_name, created_at, changed_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?)\
                """,
                one.id(),
                one.municipality(),
                one.kind().map(Kind::key).orElse(""),
                one.sender().channel(),
                one.sender().conversation(),
                tokenHash,
                one.sender().language(),
                one.state().key(),
                one.talk().step().key(),
                one.talk().fixing(),
                one.talk().paused(),
                one.title(),
                write(one.content()),
                one.contactMay(),
                String.join(";", one.decision().doubts()),
                digest,
                one.decision().reason(),
                one.decision().entry(),
                one.revision(),
                one.decision().handledName(),
                one.times().createdAt(),
                one.times().changedAt(),
                one.times().expiresAt());
    }

    /** False where somebody has changed it since it was read. */
    boolean save(Submission one, String digest) {
        return sql.update(
                        """
                        update submission set kind = ?, conversation = ?, state = ?, step = ?, fixing = ?, paused = ?,
                            title = ?, content = ?, contact_may = ?, doubts = ?, digest = ?, reason = ?, entry = ?,
                            revision = revision + 1, handled_name = ?, changed_at = ?, expires_at = ?
                        where id = ? and revision = ?\
                        """,
                        one.kind().map(Kind::key).orElse(""),
                        one.sender().conversation(),
                        one.state().key(),
                        one.talk().step().key(),
                        one.talk().fixing(),
                        one.talk().paused(),
                        one.title(),
                        write(one.content()),
                        one.contactMay(),
                        String.join(";", one.decision().doubts()),
                        digest,
                        one.decision().reason(),
                        one.decision().entry(),
                        one.decision().handledName(),
                        one.times().changedAt(),
                        one.times().expiresAt(),
                        one.id(),
                        one.revision())
                == 1;
    }

    Optional<Submission> find(UUID id, Instant now) {
        return sql.find(this::read, ROWS + "s.id = ?", now, id);
    }

    Optional<Submission> findByToken(String hash, Instant now) {
        return sql.find(this::read, ROWS + "s.token_hash = ?", now, hash);
    }

    Optional<Submission> findDraft(String conversation, Instant now) {
        return sql.find(
                this::read,
                ROWS + "s.conversation = ? and s.state = 'draft' order by s.created_at desc",
                now,
                conversation);
    }

    /** The newest first. */
    List<Submission> listSent(String conversation, Instant now) {
        return sql.list(
                this::read,
                ROWS + "s.conversation = ? and s.state <> 'draft' order by s.created_at desc, s.id",
                now,
                conversation);
    }

    /** Decided on, and its sender does not know yet; of each only one caller, ever, gets true from {@link #tell}. */
    List<Submission> listUntold(String conversation, Instant now) {
        return sql.list(
                this::read,
                ROWS + "s.conversation = ? and s.state in ('published', 'declined') and s.told = false"
                        + " order by s.created_at, s.id",
                now,
                conversation);
    }

    boolean tell(UUID id) {
        return sql.update("update submission set told = true where id = ? and told = false", id) == 1;
    }

    /** @param municipality empty for all */
    List<Submission> list(String municipality, State state, Instant now) {
        return sql.list(
                this::read,
                ROWS + "s.state = ? and (? = '' or s.municipality = ?) order by s.created_at, s.id limit " + MOST,
                now,
                state.key(),
                municipality,
                municipality);
    }

    long count(String municipality, State state, Instant now) {
        return sql.find(
                        row -> row.getLong(1),
                        "select count(*) from submission where expires_at > ? and state = ?"
                                + " and (? = '' or municipality = ?)",
                        now,
                        state.key(),
                        municipality,
                        municipality)
                .orElse(0L);
    }

    /** What a conversation has sent since then, also what was taken back or declined. */
    long countSent(String conversation, Instant since) {
        return sql.find(
                        row -> row.getLong(1),
                        "select count(*) from submission where conversation = ? and state <> 'draft'"
                                + " and created_at > ?",
                        conversation,
                        since)
                .orElse(0L);
    }

    /** Those with the same text, whatever became of them. */
    List<Submission> listSame(String municipality, String digest, Instant now) {
        return sql.list(this::read, ROWS + "s.digest = ? and s.municipality = ?", now, digest, municipality);
    }

    /** False where it has an address already. */
    boolean giveToken(UUID id, String hash) {
        return sql.update("update submission set token_hash = ? where id = ? and token_hash = ''", hash, id) == 1;
    }

    void savePicture(UUID id, String type, byte[] bytes) {
        sql.inOneTransaction(() -> {
            deletePicture(id);
            return sql.update(
                    "insert into submission_picture (submission, type, bytes) values (?, ?, ?)", id, type, bytes);
        });
    }

    void deletePicture(UUID id) {
        sql.update("delete from submission_picture where submission = ?", id);
    }

    Optional<byte[]> findPicture(UUID id) {
        return sql.find(row -> row.getBytes(1), "select bytes from submission_picture where submission = ?", id);
    }

    void deleteDrafts(String conversation) {
        sql.update("delete from submission where conversation = ? and state = 'draft'", conversation);
    }

    /** What staff have not begun with goes; of the rest nobody knows any more whose it is. */
    void forget(String conversation) {
        sql.inOneTransaction(() -> {
            sql.update(
                    "delete from submission where conversation = ? and state in ('draft', 'new', 'held', 'withdrawn')",
                    conversation);
            return sql.update(
                    "update submission set conversation = '', token_hash = '' where conversation = ?", conversation);
        });
    }

    long deleteExpired(Instant now) {
        return sql.update("delete from submission where expires_at <= ?", now);
    }

    private Submission read(ResultSet row) throws SQLException {
        long entry = row.getLong("entry");
        Optional<Long> made = row.wasNull() ? Optional.empty() : Optional.of(entry);
        return new Submission(
                row.getObject("id", UUID.class),
                row.getString("municipality"),
                Kind.findByKey(row.getString("kind")),
                new Submission.Sender(
                        row.getString("channel"),
                        row.getString("conversation"),
                        !row.getString("token_hash").isEmpty(),
                        row.getString("language")),
                State.findByKey(row.getString("state")).orElseThrow(),
                new Submission.Talk(Step.of(row.getString("step")), row.getBoolean("fixing"), row.getBoolean("paused")),
                content(row.getString("content")),
                row.getBoolean("contact_may"),
                new Submission.Decision(
                        doubts(row.getString("doubts")), row.getString("reason"), made, row.getString("handled_name")),
                row.getLong("pictures") > 0,
                row.getLong("revision"),
                new Submission.Times(
                        instant(row, "created_at"), instant(row, "changed_at"), instant(row, "expires_at")));
    }

    private static List<String> doubts(String keys) {
        return Arrays.stream(keys.split(";")).filter(key -> !key.isEmpty()).toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private String write(Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content content(String text) {
        try {
            return json.readValue(text, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
