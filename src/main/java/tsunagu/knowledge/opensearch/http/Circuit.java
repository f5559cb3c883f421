package tsunagu.knowledge.opensearch.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a cluster is asked at all. After it did not answer, nobody asks for a while, so that residents do not wait in
 * vain; then one may try, and if that goes well all may again.
 */
final class Circuit {
    private final long pauseNanos;
    private final LongSupplier nanoTime;
    private boolean broken;
    private long until;

    Circuit(Duration pause, LongSupplier nanoTime) {
        pauseNanos = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether to ask now. Whoever may after a pause is the only one until it is told how that went. */
    synchronized boolean mayAsk() {
        if (!broken) return true;
        if (nanoTime.getAsLong() - until < 0) return false;
        until = nanoTime.getAsLong() + pauseNanos;
        return true;
    }

    /** It answered. @return whether it had not before */
    synchronized boolean worked() {
        boolean before = broken;
        broken = false;
        return before;
    }

    /** It did not. @return whether it had before */
    synchronized boolean failed() {
        boolean before = broken;
        broken = true;
        until = nanoTime.getAsLong() + pauseNanos;
        return !before;
    }

    synchronized boolean isBroken() {
        return broken;
    }
}
