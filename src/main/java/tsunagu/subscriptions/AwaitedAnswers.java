package tsunagu.subscriptions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tsunagu.areas.MunicipalityId;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.store.AwaitedRepository;
import tsunagu.text.Language;

/** Residents who asked what nobody could answer, and want to be told once somebody can. */
@Singleton
public class AwaitedAnswers {
    private final AwaitedRepository rows;
    private final Subscriptions subscriptions;
    private final SqlRepository sql;
    private final Clock clock;

    AwaitedAnswers(AwaitedRepository rows, Subscriptions subscriptions, SqlRepository sql, Clock clock) {
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * An answer there is now.
     *
     * @param subscriber id of who waits for it
     * @param entry id of the FAQ entry
     */
    public record Answered(long subscriber, long entry, Instant answeredAt) {}

    /** The resident, new here or not, wants to hear of one question more. */
    public void await(
            String conversation, Address address, MunicipalityId municipality, Language language, UUID question) {
        sql.inOneTransaction(() -> {
            Subscriber one = subscriptions.begin(conversation, address, municipality, language, Subject.ANSWERS);
            rows.add(one.id(), question);
            return one;
        });
    }

    /** There is an entry that answers these questions; how many residents wait for it. */
    public int answered(Collection<UUID> questions, long entry) {
        return rows.answer(questions, entry, clock.instant());
    }

    /** Answers that have not been told yet. */
    public List<Answered> listUntold() {
        return rows.listUntold().stream()
                .map(row -> new Answered(row.subscriber(), row.entry(), row.answeredAt()))
                .toList();
    }

    /** From now on it counts as told; false where it did already. */
    public boolean tell(long subscriber, long entry) {
        return rows.tell(subscriber, entry, clock.instant());
    }
}
