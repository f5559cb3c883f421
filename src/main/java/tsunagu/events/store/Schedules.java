package tsunagu.events.store;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schedule of each municipality, kept in memory and read anew after every change, whichever copy made it.
 *
 * <p>Where reading takes long, as with tens of thousands of events, it is done a fifth of the time at most; meanwhile
 * the schedule before is told, which is then some seconds old while somebody loads a file.
 */
@Singleton
class Schedules {
    private static final long LONG_NANOS = 100_000_000;
    private static final int REST = 4;

    private final OccurrenceRepository occurrences;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Schedules(OccurrenceRepository occurrences) {
        this.occurrences = occurrences;
    }

    /** @param restUntil not read anew before this, of {@link System#nanoTime} */
    private record Kept(Schedule schedule, long restUntil) {}

    Schedule get(String municipality) {
        long number = occurrences.lastChange().number();
        Kept known = kept.get(municipality);
        if (known != null && isFresh(known, number)) return known.schedule();
        return kept.compute(
                        municipality,
                        (_, newest) -> newest != null && isFresh(newest, number) ? newest : read(municipality))
                .schedule();
    }

    private static boolean isFresh(Kept known, long number) {
        return known.schedule().number() >= number || System.nanoTime() - known.restUntil() < 0;
    }

    private Kept read(String municipality) {
        long began = System.nanoTime();
        Schedule schedule = occurrences.readSchedule(municipality);
        long took = System.nanoTime() - began;
        return new Kept(schedule, began + took + (took > LONG_NANOS ? took * REST : 0));
    }
}
