package tsunagu.line.inbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next request: twice as long each time, and never all entries at the same moment. */
final class Backoff {
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration WHEN_BUSY = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    private Backoff() {}

    /** @param attempt 1 after the first */
    static Duration after(Delivery delivery, int attempt, RandomGenerator random) {
        Duration first = delivery == Delivery.BUSY ? WHEN_BUSY : AFTER_FAILURE;
        Duration doubled = first.multipliedBy(1L << Math.clamp(attempt - 1, 0, MOST_DOUBLINGS));
        return Duration.ofMillis(Math.round(doubled.toMillis() * random.nextDouble(0.75, 1.25)));
    }
}
