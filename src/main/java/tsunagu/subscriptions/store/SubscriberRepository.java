package tsunagu.subscriptions.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tsunagu.sql.SqlRepository;

/** Subscribers as they are stored. */
@Singleton
public class SubscriberRepository {
    private static final String MARK = "|";

    private final SqlRepository sql;

    SubscriberRepository(SqlRepository sql) {
        this.sql = sql;
    }

    /** A row; the migration says what its columns hold. */
    public record SubscriberRow(
            long id,
            String conversation,
            String channel,
            String municipality,
            Set<String> areas,
            Set<String> subjects,
            String language,
            String at,
            String sealed,
            String keyMark,
            Optional<Instant> newcomerSince,
            Optional<String> newcomerArea) {}

    public Optional<SubscriberRow> find(String conversation) {
        return sql.find(SubscriberRepository::row, "select * from subscriber where conversation = ?", conversation);
    }

    /** @param areas empty for all of the municipality; who named none is among those of each */
    public List<SubscriberRow> list(String municipality, String subject, Set<String> areas) {
        var statement = new StringBuilder("select * from subscriber where municipality = ? and subjects like ?");
        var values = new ArrayList<Object>(List.of(municipality, "%" + MARK + subject + MARK + "%"));
        if (!areas.isEmpty()) {
            statement.append(" and (areas = ''");
            for (String area : new TreeSet<>(areas)) {
                statement.append(" or areas like ? escape '!'");
                values.add("%" + MARK + area.replaceAll("[!%_]", "!$0") + MARK + "%");
            }
            statement.append(')');
        }
        statement.append(" order by id");
        return sql.list(SubscriberRepository::row, statement.toString(), values.toArray());
    }

    public List<SubscriberRow> list(Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return sql.list(
                SubscriberRepository::row,
                "select * from subscriber where id in (" + marks + ") order by id",
                ids.toArray());
    }

    /**
     * In place of the row of the same conversation, whose id stays.
     *
     * @param person what the resident is called by the newest key
     */
    public void begin(SubscriberRow row, String person, Instant now) {
        sql.inOneTransaction(() -> {
            // Of two messages at once, both go on.
            sql.update("""
                insert into subscriber (conversation, channel, municipality, areas, subjects, language, at_time,
                    sealed, key_mark, begun_at)
                values (?, ?, ?, '', '', '', '', '', ?, ?) on conflict do nothing
                """, row.conversation(), row.channel(), row.municipality(), row.keyMark(), now);
            sql.update(
                    """
                    update subscriber set channel = ?, municipality = ?, sealed = ?, key_mark = ?, newcomer_since = ?,
                        newcomer_area = ?, person = ?
                    where conversation = ?
                    """,
                    row.channel(),
                    row.municipality(),
                    row.sealed(),
                    row.keyMark(),
                    row.newcomerSince(),
                    row.newcomerArea(),
                    person,
                    row.conversation());
            return choose(row);
        });
    }

    /** What the resident has chosen; nothing where the row is gone meanwhile. */
    public int choose(SubscriberRow row) {
        return sql.update(
                "update subscriber set areas = ?, subjects = ?, language = ?, at_time = ? where conversation = ?",
                joined(row.areas()),
                joined(row.subjects()),
                row.language(),
                row.at(),
                row.conversation());
    }

    /** Whether there was one. */
    public boolean delete(String conversation) {
        return sql.update("delete from subscriber where conversation = ?", conversation) > 0;
    }

    /** Of whoever waits for no answer any more. */
    public void endAnswers() {
        end("ANSWERS", "not exists (select 1 from awaited_answer where awaited_answer.subscriber = subscriber.id)");
    }

    public void endNewcomers(Instant begunBefore) {
        end("NEWCOMER", "newcomer_since < ?", begunBefore);
    }

    private void end(String subject, String condition, Object... values) {
        sql.update(
                "update subscriber set subjects = case when subjects = '|" + subject + "|' then ''"
                        + " else replace(subjects, '|" + subject + "|', '|') end"
                        + " where subjects like '%|" + subject + "|%' and " + condition,
                values);
    }

    /**
     * Rows of one person under other names.
     *
     * @param persons what the person is called by each key
     */
    public int deleteOthers(List<String> persons, String conversation) {
        if (persons.isEmpty()) return 0;
        String marks = String.join(", ", Collections.nCopies(persons.size(), "?"));
        return sql.update(
                "delete from subscriber where person in (" + marks + ") and conversation <> ?",
                Stream.concat(persons.stream(), Stream.of(conversation)).toArray());
    }

    /** How many rows want nothing any more, and are gone. */
    public int deleteWithoutSubject() {
        return sql.update("delete from subscriber where subjects = ''");
    }

    public List<String> listKeyMarks() {
        return sql.list(row -> row.getString("key_mark"), "select distinct key_mark from subscriber");
    }

    public List<SubscriberRow> listSealedOtherwise(String keyMark) {
        return sql.list(SubscriberRepository::row, "select * from subscriber where key_mark <> ?", keyMark);
    }

    /** False where the row was written meanwhile, or is gone. */
    public boolean reseal(SubscriberRow seen, String sealed, String keyMark, String person) {
        return sql.update(
                        "update subscriber set sealed = ?, key_mark = ?, person = ? where id = ? and sealed = ?",
                        sealed,
                        keyMark,
                        person,
                        seen.id(),
                        seen.sealed())
                > 0;
    }

    private static SubscriberRow row(ResultSet row) throws SQLException {
        return new SubscriberRow(
                row.getLong("id"),
                row.getString("conversation"),
                row.getString("channel"),
                row.getString("municipality"),
                parted(row.getString("areas")),
                parted(row.getString("subjects")),
                row.getString("language"),
                row.getString("at_time"),
                row.getString("sealed"),
                row.getString("key_mark"),
                SqlRepository.instant(row, "newcomer_since"),
                Optional.ofNullable(row.getString("newcomer_area")));
    }

    private static String joined(Set<String> parts) {
        return parts.isEmpty() ? "" : MARK + String.join(MARK, new TreeSet<>(parts)) + MARK;
    }

    private static Set<String> parted(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Set.of(joined.substring(1, joined.length() - 1).split("\\|"));
    }
}
