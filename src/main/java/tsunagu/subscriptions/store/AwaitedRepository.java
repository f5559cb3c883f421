package tsunagu.subscriptions.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tsunagu.sql.SqlRepository;

/** Which subscriber waits for the answer to which question. */
@Singleton
public class AwaitedRepository {
    private final SqlRepository sql;

    AwaitedRepository(SqlRepository sql) {
        this.sql = sql;
    }

    /** An answer that is there and has not been told yet. */
    public record AnsweredRow(long subscriber, long entry, Instant answeredAt) {}

    public void add(long subscriber, UUID question) {
        sql.update(
                "insert into awaited_answer (subscriber, question) values (?, ?) on conflict do nothing",
                subscriber,
                question);
    }

    /** How many wait for one of these. */
    public int answer(Collection<UUID> questions, long entry, Instant now) {
        if (questions.isEmpty()) return 0;
        String marks = String.join(", ", Collections.nCopies(questions.size(), "?"));
        return sql.update(
                "update awaited_answer set entry = ?, answered_at = ? where entry is null and question in (" + marks
                        + ")",
                Stream.concat(Stream.of(entry, now), questions.stream()).toArray());
    }

    public List<AnsweredRow> listUntold() {
        return sql.list(
                row -> new AnsweredRow(
                        row.getLong("subscriber"),
                        row.getLong("entry"),
                        SqlRepository.instant(row, "answered_at").orElseThrow()),
                "select distinct subscriber, entry, answered_at from awaited_answer"
                        + " where entry is not null and told_at is null order by entry, answered_at, subscriber");
    }

    /** False where it was told meanwhile, or is wanted no more. */
    public boolean tell(long subscriber, long entry, Instant now) {
        return sql.update(
                        "update awaited_answer set told_at = ? where subscriber = ? and entry = ? and told_at is null",
                        now,
                        subscriber,
                        entry)
                > 0;
    }

    public void deleteToldBefore(Instant moment) {
        sql.update("delete from awaited_answer where told_at < ?", moment);
    }
}
