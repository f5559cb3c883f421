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
 * crashes, and nobody who has changed their mind by the moment it is sent. Put it in together with whatever else must
 * be remembered of it, in one transaction.
 */
@Singleton
public class Outbox {
    private final OutboxRepository rows;
    private final SendingSettings settings;
    private final SqlRepository sql;
    private final Clock clock;

    Outbox(OutboxRepository rows, SendingSettings settings, SqlRepository sql, Clock clock) {
        this.rows = rows;
        this.settings = settings;
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

    /** Ids of those who got it, or may have: whom a correction would go to. None once their names are gone. */
    public List<Long> listWhoGot(long id) {
        return rows.listWhoGot(id);
    }

    /** How many of these residents have been told as much as they may be in the week before a moment. */
    public int countCapped(Collection<Long> subscribers, Instant at) {
        return rows.countTold(List.copyOf(subscribers), at.minus(SendingSettings.WEEK), settings.perWeek());
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

    /** Goes on with what had stopped, unless that is stale meanwhile: it becomes so when it always would have. */
    public boolean resume(long id) {
        return rows.resume(id, clock.instant());
    }
}
