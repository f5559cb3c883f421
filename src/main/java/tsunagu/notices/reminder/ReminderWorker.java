package tsunagu.notices.reminder;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.keeping.Expiry;

/** Looks every minute, on every copy, for what residents are to be told by itself. */
@Singleton
class ReminderWorker implements Expiry {
    private static final Logger log = LoggerFactory.getLogger(ReminderWorker.class);

    private final EventReminders events;
    private final EventChanges changes;
    private final NewcomerSeries newcomers;
    private final AnswerReminders answers;
    private final ToldRepository told;
    private final Telling telling;

    ReminderWorker(
            EventReminders events,
            EventChanges changes,
            NewcomerSeries newcomers,
            AnswerReminders answers,
            ToldRepository told,
            Telling telling) {
        this.events = events;
        this.changes = changes;
        this.newcomers = newcomers;
        this.answers = answers;
        this.told = told;
        this.telling = telling;
    }

    /** Changes first: whoever is reminded now is told what holds now. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void run() {
        run("changed events", changes::tell);
        run("event reminders", events::remind);
        run("newcomer messages", newcomers::tell);
        run("answers", answers::tell);
    }

    /** What fails keeps nothing else from being told, and is tried again with the next run. */
    private static void run(String what, IntSupplier work) {
        try {
            int told = work.getAsInt();
            if (told > 0) log.info("Put into the outbox: {} for {} residents", what, told);
        } catch (RuntimeException e) {
            log.warn("Could not put {} into the outbox", what, e);
        }
    }

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("届けたお知らせの控え", told.deleteExpired(telling.now()));
    }
}
