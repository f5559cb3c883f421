package tsunagu.notices.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.line.Multicasts;
import tsunagu.notices.outbox.Progress.Stop;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.Subscriber;
import tsunagu.text.Language;

/**
 * What residents have asked to be told and are about to be: once it is in here it reaches each of them once, whatever
 * crashes, and nobody who has changed their mind by the moment it is sent. Put it in together with whatever else must be
 * remembered of it, in one transaction.
 */
@Singleton
public class Outbox {
    private final OutboxRepository rows;
    private final SqlRepository sql;
    private final Clock clock;

    Outbox(OutboxRepository rows, SqlRepository sql, Clock clock) {
        this.rows = rows;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What came of putting something in.
     *
     * @param added recipients it did not have before
     */
    public record Receipt(long id, int added) {}

    /**
     * Puts it in for these residents; of those it has already, nothing changes. What it says is what was put in first
     * under its key.
     */
    public Receipt put(Outgoing outgoing, Collection<Subscriber> to) {
        return sql.inOneTransaction(() -> {
            long id = open(outgoing);
            int added = rows.insertRecipients(id, languages(outgoing), to, clock.instant());
            if (added > 0) rows.reopen(id, clock.instant());
            return new Receipt(id, added);
        });
    }

    /** Puts it in for exactly those who got an earlier one, or may have. */
    public Receipt putForWhoGot(Outgoing outgoing, long earlier) {
        return sql.inOneTransaction(() -> {
            long id = open(outgoing);
            int added = rows.copyRecipients(id, languages(outgoing), earlier, clock.instant());
            if (added > 0) rows.reopen(id, clock.instant());
            return new Receipt(id, added);
        });
    }

    /** How many got it, or may have: whom a correction would go to. */
    public long countWhoGot(long id) {
        return findProgress(id)
                .map(progress -> progress.count(Progress.Recipient.SENT) + progress.count(Progress.Recipient.UNCLEAR))
                .orElse(0L);
    }

    private long open(Outgoing outgoing) {
        Map<Language, String> bodies = outgoing.messages().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, said -> Multicasts.compose(said.getValue())));
        return rows.open(outgoing, bodies, clock.instant());
    }

    private static Collection<Language> languages(Outgoing outgoing) {
        return outgoing.messages().keySet();
    }

    public Optional<Progress> findProgress(long id) {
        return rows.findProgress(id);
    }

    /** Of several, by id. */
    public Map<Long, Progress> listProgress(List<Long> ids) {
        return ids.stream()
                .flatMap(id -> rows.findProgress(id).stream())
                .collect(Collectors.toMap(Progress::id, one -> one));
    }

    /** No further request is made; false where there was nothing to stop. */
    public boolean stop(long id) {
        return rows.stop(id, Stop.STAFF, clock.instant());
    }

    /**
     * Goes on with what had stopped.
     *
     * @param notAfter when it becomes stale now
     */
    public boolean resume(long id, Instant notAfter) {
        return rows.resume(id, notAfter, clock.instant());
    }
}
