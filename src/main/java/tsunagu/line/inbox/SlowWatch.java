package tsunagu.line.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Notices entries whose resident still waits a second after they came. */
final class SlowWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** What is old when work on it begins is usually done with in no time. */
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(300);

    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private final Consumer<InboxEntry> tell;

    /** @param tell of an entry, once */
    SlowWatch(Clock clock, Consumer<InboxEntry> tell) {
        this.clock = clock;
        this.tell = tell;
    }

    /** Work on it begins, or goes on. */
    void begin(InboxEntry entry) {
        if (!waiting.add(entry.id())) return;
        Duration left = PATIENCE.minus(Duration.between(entry.receivedAt(), clock.instant()));
        Duration patience = left.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : left;
        Thread.ofVirtual().name("line-slow-" + entry.id()).start(() -> {
            try {
                Thread.sleep(patience);
                if (waiting.contains(entry.id())) tell.accept(entry);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Nobody waits for it any more. */
    void end(InboxEntry entry) {
        waiting.remove(entry.id());
    }
}
