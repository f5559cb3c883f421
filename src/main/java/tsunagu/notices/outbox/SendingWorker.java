package tsunagu.notices.outbox;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.line.Multicasts;
import tsunagu.notices.outbox.Batches.Ready;

/**
 * Sends what is in the outbox, a request at a time on each of a few threads. Whatever it was at when it crashed, the
 * next node to look goes on with, by the same retry key.
 */
@Singleton
class SendingWorker implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger log = LoggerFactory.getLogger(SendingWorker.class);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(3);

    private final Batches batches;
    private final Multicasts multicasts;
    private final SendingSettings settings;
    private final Clock clock;
    /** Requests that failed, as they were made. */
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch idle;
    private volatile boolean started;
    private long nextAt = System.nanoTime();

    SendingWorker(Batches batches, Multicasts multicasts, SendingSettings settings, Clock clock) {
        this.batches = batches;
        this.multicasts = multicasts;
        this.settings = settings;
        this.clock = clock;
        this.idle = new CountDownLatch(settings.atOnce());
    }

    /** User ids are in the memory of this copy only, and only for so long. */
    private record Held(Ready ready, Instant until) {}

    /** Only a server sends: a command on the same database does not. */
    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        started = true;
        for (int i = 0; i < settings.atOnce(); i++) {
            Thread.ofVirtual().name("notices-" + i).start(this::run);
        }
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                boolean more = false;
                try {
                    more = step();
                } catch (RuntimeException | Error e) {
                    // A lease runs out, and then it is tried again.
                    log.error("Notices stay: {} at {}", e.getClass().getName(), e.getStackTrace()[0]);
                }
                if (!more && stopping.await(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            idle.countDown();
        }
    }

    /** Makes one request that is due; whether there was any. */
    boolean step() {
        Instant now = clock.instant();
        held.values().removeIf(one -> !now.isBefore(one.until()));
        batches.expire();
        if (settings.isQuiet(now)) return false;
        Optional<Ready> next = batches.takeAgain().map(this::again).or(batches::form);
        next.ifPresent(this::send);
        return next.isPresent();
    }

    /** To the same recipients as before, or, where that was long ago or on another node, to whoever still wants it. */
    private Ready again(Batch batch) {
        Held before = held.get(batch.id());
        return new Ready(
                batch, before == null ? batches.reach(batch) : before.ready().reached());
    }

    private void send(Ready chosen) {
        Batch batch = chosen.batch();
        pace();
        // What was never tried may still be told to fewer: the later whoever opts out is asked after, the better.
        Ready ready = batch.tries() == 0 ? new Ready(batch, batches.reach(batch)) : chosen;
        if (batches.isForgotten(batch)) {
            held.remove(batch.id());
            batches.forget(batch);
            return;
        }
        if (ready.to().isEmpty()) {
            held.remove(batch.id());
            batches.abandon(batch);
            return;
        }
        Instant now = clock.instant();
        if (settings.isQuiet(now)) {
            batches.putOff(batch, settings.nextAllowed(now));
            return;
        }
        if (!now.isBefore(batch.notAfter()) || !batches.begin(batch)) return;
        held.putIfAbsent(batch.id(), new Held(ready, now.plus(settings.sameBody())));
        Multicasts.Answer answer = multicasts.send(batch.channel(), batch.id(), ready.to(), batch.body());
        boolean again = answer instanceof Multicasts.Answer.InDoubt
                || answer instanceof Multicasts.Answer.Busy
                || answer instanceof Multicasts.Answer.Unreached;
        if (!again) held.remove(batch.id());
        batches.answered(ready, answer);
    }

    /** Never more than so many a second. */
    private void pace() {
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            wait = nextAt - now;
            nextAt = Math.max(nextAt, now) + SECOND / settings.perSecond();
        }
        if (wait <= 0) return;
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is under way gets a moment; the rest stays in the outbox. */
    @PreDestroy
    void close() throws InterruptedException {
        stopping.countDown();
        held.clear();
        if (started && !idle.await(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("Stopped while a notice was being sent; it goes on with the next start");
        }
    }
}
