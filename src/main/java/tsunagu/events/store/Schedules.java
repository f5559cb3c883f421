package tsunagu.events.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schedule of each municipality, kept in memory and read anew after every change, whichever copy made it.
 *
 * <p>Where reading takes long, as with tens of thousands of events, no resident waits for it: the schedule before is
 * told until the worker has read the next. It reads a fifth of the time at most, so that what is told is some seconds
 * old while somebody loads a file.
 */
@Singleton
class Schedules {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final long LONG_NANOS = 100_000_000;
    private static final int REST = 4;

    private final OccurrenceRepository occurrences;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    /** The change at which the worker last asked who has events; one thread at a time runs it. */
    private volatile long looked = -1;

    Schedules(OccurrenceRepository occurrences) {
        this.occurrences = occurrences;
    }

    /**
     * @param tookNanos to read it
     * @param readAt when that was done, of {@link System#nanoTime}
     */
    private record Kept(Schedule schedule, long tookNanos, long readAt) {

        boolean isLong() {
            return tookNanos > LONG_NANOS;
        }

        boolean isResting() {
            return isLong() && System.nanoTime() - readAt < REST * tookNanos;
        }

        boolean isAsOf(long number) {
            return schedule.number() >= number;
        }
    }

    Schedule get(String municipality) {
        Kept known = kept.get(municipality);
        if (known != null && known.isLong()) return known.schedule();
        long number = occurrences.lastChange().number();
        if (known != null && known.isAsOf(number)) return known.schedule();
        return readAgain(municipality, number).schedule();
    }

    private Kept readAgain(String municipality, long number) {
        return kept.compute(
                municipality, (_, newest) -> newest != null && newest.isAsOf(number) ? newest : read(municipality));
    }

    private Kept read(String municipality) {
        long began = System.nanoTime();
        Schedule schedule = occurrences.readSchedule(municipality);
        long now = System.nanoTime();
        return new Kept(schedule, now - began, now);
    }

    /** Also before anybody has asked: the first question after a start waits for nothing. */
    @Scheduled(fixedDelay = "500ms")
    void follow() {
        try {
            long number = occurrences.lastChange().number();
            Collection<String> municipalities =
                    number == looked ? List.copyOf(kept.keySet()) : occurrences.listMunicipalities();
            municipalities.stream().filter(this::isForWorker).forEach(each -> readAgain(each, number));
            looked = number;
        } catch (RuntimeException e) {
            // The database may be back in a moment; until then the schedules stay as they were.
            LOG.warn("What is on could not be read again: {}", e.getClass().getName());
        }
    }

    private boolean isForWorker(String municipality) {
        Kept known = kept.get(municipality);
        return known == null || known.isLong() && !known.isResting();
    }
}
