package tsunagu.line.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.line.inbox.InboxWork.Delivery;

/**
 * Takes entries from the inbox and brings each to its end: answered, sent, or given up with a reason. Entries of one
 * conversation one after the other, of different ones side by side, each on a virtual thread of its own. What a crash
 * interrupts, the next node to look goes on with.
 */
public final class InboxWorker {
    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
    private static final int MOST_AT_ONCE = 64;
    /** Under load, entries are taken by the dozen: each look costs a write to the disk. */
    private static final int LEAST_TAKEN = 16;

    private static final int MOST_ANSWERS_TRIED = 2;
    private static final int MOST_TIMEOUTS = 2;
    private static final Duration PAUSE_AFTER_FAILED_ANSWER = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PAUSE_WHEN_BUSY = Duration.ofSeconds(2);
    /** An answer that comes later than this is no answer any more. */
    private static final Duration LATEST_PUSH = Duration.ofMinutes(10);

    private static final int MOST_DOUBLINGS = 5;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(3);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final InboxSettings settings;
    private final InboxFigures figures;
    private final Clock clock;
    private final InboxWork work;
    private final SlowWatch slow;

    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore signals = new Semaphore(0);
    private volatile boolean stopping;

    InboxWorker(Inbox inbox, InboxSettings settings, InboxFigures figures, Clock clock, InboxWork work) {
        this.inbox = inbox;
        this.settings = settings;
        this.figures = figures;
        this.clock = clock;
        this.work = work;
        this.slow = new SlowWatch(clock, work::waiting);
    }

    InboxWorker start() {
        Thread.ofVirtual().name("line-inbox").start(this::look);
        Thread.ofVirtual().name("line-leases").start(this::keepLeases);
        return this;
    }

    /** Entries were saved: no need to wait for the next look. */
    public void wake() {
        signals.release();
    }

    private void look() {
        try {
            while (!stopping) {
                try {
                    takeAll();
                } catch (RuntimeException e) {
                    log.error("The inbox cannot be read: {}", e.getClass().getName());
                    Thread.sleep(settings.poll());
                }
                if (signals.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) signals.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was anything to take. */
    private synchronized boolean takeAll() {
        int free = MOST_AT_ONCE - underWay.size();
        if (stopping || free < LEAST_TAKEN) return false;
        List<InboxEntry> taken = inbox.take(free);
        for (InboxEntry entry : taken) {
            underWay.add(entry.id());
            Thread.ofVirtual().name("line-entry-" + entry.id()).start(() -> run(entry));
        }
        Instant now = clock.instant();
        if (taken.stream().anyMatch(entry -> isLate(entry, now))) giveUpLate();
        return !taken.isEmpty();
    }

    /**
     * After a flood, one by one, the dead would keep the living waiting until these are dead too. Many at once, and
     * more when next entries are taken: whoever stops the worker waits for this.
     */
    private void giveUpLate() {
        Duration grace = settings.pushWhenLate() ? LATEST_PUSH : Duration.ZERO;
        inbox.giveUpLate(clock.instant().minus(grace)).forEach((channel, count) -> {
            figures.givenUp(channel, Reason.TOO_LATE, count);
            log.warn("Gave up {} entries of channel {}: {}", count, channel, Reason.TOO_LATE.wireName());
        });
    }

    private boolean isLate(InboxEntry entry, Instant now) {
        return !now.isBefore(until(entry, entry.maybeSent()));
    }

    private void keepLeases() {
        try {
            while (!stopping || !underWay.isEmpty()) {
                Thread.sleep(settings.lease().dividedBy(3));
                if (underWay.isEmpty()) continue;
                try {
                    inbox.extendLeases(List.copyOf(underWay));
                } catch (RuntimeException e) {
                    log.error(
                            "Leases of the inbox cannot be kept: {}",
                            e.getClass().getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(InboxEntry entry) {
        try {
            work(entry);
        } catch (Inbox.TakenOver e) {
            slow.end(entry);
            log.warn("Entry {} of the inbox took so long that another node has it now", entry.id());
        } catch (RuntimeException | Error e) {
            // Its lease runs out, and then it is tried again. Messages of exceptions may quote the resident.
            log.error(
                    "Entry {} of the inbox stays: {} at {}",
                    entry.id(),
                    e.getClass().getName(),
                    where(e));
        } finally {
            underWay.remove(entry.id());
            wake();
        }
    }

    private void work(InboxEntry entry) {
        if (!work.isSetUp(entry.channel())) {
            giveUp(entry, Reason.NO_CHANNEL, entry.maybeSent());
            return;
        }
        slow.begin(entry);
        if (isLate(entry, clock.instant()) || entry.reply().isPresent()) {
            send(entry);
        } else {
            Optional<InboxEntry> answered = answer(entry);
            if (answered.isPresent()) send(answered.get());
        }
    }

    private Optional<InboxEntry> answer(InboxEntry entry) {
        try {
            Supplier<Optional<String>> words = work.prepare(entry);
            Optional<InboxEntry> answered = inbox.answer(entry, words);
            if (answered.isEmpty()) slow.end(entry);
            return answered;
        } catch (Inbox.TakenOver e) {
            throw e;
        } catch (RuntimeException | Error e) {
            log.error(
                    "No answer to entry {} of channel {}: {} at {}",
                    entry.id(),
                    entry.channel(),
                    e.getClass().getName(),
                    where(e));
            boolean again = entry.attempts() + 1 < MOST_ANSWERS_TRIED;
            if (again) postpone(entry, entry.timeouts(), entry.maybeSent(), PAUSE_AFTER_FAILED_ANSWER);
            else giveUp(entry, Reason.DIALOGUE, false);
            return Optional.empty();
        }
    }

    private void send(InboxEntry entry) {
        // The answer may have taken longer than the token had left. One moment decides: a token that dies between two
        // looks at the clock would have it pushed, whatever the settings say.
        Instant now = clock.instant();
        if (isLate(entry, now)) {
            giveUp(entry, Reason.TOO_LATE, entry.maybeSent());
            return;
        }
        boolean pushed = !now.isBefore(entry.replyUntil());
        Delivery delivery = pushed ? work.push(entry) : work.send(entry);
        // What is pushed twice arrives once.
        boolean inDoubt = pushed ? entry.maybeSent() : true;
        switch (delivery) {
            case SENT -> sent(entry, Optional.empty());
            case INVALID -> {
                if (!entry.maybeSent()) giveUp(entry, Reason.REFUSED, false);
                else if (tokenSurelyLived(entry)) sent(entry, Optional.of(Reason.UNCONFIRMED));
                else giveUp(entry, Reason.NO_ANSWER, true);
            }
            case REFUSED -> giveUp(entry, Reason.REFUSED, entry.maybeSent());
            case QUOTA -> giveUp(entry, Reason.QUOTA, entry.maybeSent());
            case BUSY -> tryAgain(entry, delivery, Reason.RATE_LIMIT, entry.maybeSent());
            case UNREACHED -> tryAgain(entry, delivery, Reason.LINE_ERROR, entry.maybeSent());
            case FAILED -> tryAgain(entry, delivery, Reason.LINE_ERROR, inDoubt);
            case SILENT -> {
                // We hung up ourselves: whoever starts next asks again.
                if (stopping) inbox.postpone(entry, entry.timeouts(), inDoubt, clock.instant());
                else if (entry.timeouts() + 1 < MOST_TIMEOUTS) tryAgain(entry, delivery, Reason.NO_ANSWER, inDoubt);
                else giveUp(entry, Reason.NO_ANSWER, true);
            }
        }
    }

    /**
     * Whether a token LINE would not take must have been used, as it cannot have died yet. What LINE says of both is
     * the same, and its minute begins when it sends the event: before ours.
     */
    private boolean tokenSurelyLived(InboxEntry entry) {
        Duration surely = settings.replyWithin().minus(settings.replyWithin().dividedBy(6));
        return clock.instant().isBefore(entry.receivedAt().plus(surely));
    }

    private void tryAgain(InboxEntry entry, Delivery delivery, Reason otherwise, boolean maybeSent) {
        Duration pause = backoff(delivery, entry.attempts());
        int timeouts = entry.timeouts() + (delivery == Delivery.SILENT ? 1 : 0);
        boolean inTime = clock.instant().plus(pause).isBefore(until(entry, maybeSent));
        if (inTime) postpone(entry, timeouts, maybeSent, pause);
        else giveUp(entry, otherwise, maybeSent);
    }

    /** What may have reached the resident is never sent another way. */
    private Instant until(InboxEntry entry, boolean maybeSent) {
        boolean mayPush = settings.pushWhenLate() && !maybeSent;
        return mayPush ? entry.replyUntil().plus(LATEST_PUSH) : entry.replyUntil();
    }

    /** Twice as long each time, and never all entries at the same moment. */
    private static Duration backoff(Delivery delivery, int attempt) {
        Duration first = delivery == Delivery.BUSY ? PAUSE_WHEN_BUSY : PAUSE_AFTER_FAILURE;
        Duration doubled = first.multipliedBy(1L << Math.clamp(attempt - 1, 0, MOST_DOUBLINGS));
        double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
        return Duration.ofMillis(Math.round(doubled.toMillis() * jitter));
    }

    private void postpone(InboxEntry entry, int timeouts, boolean maybeSent, Duration pause) {
        Instant next = clock.instant().plus(pause);
        if (!inbox.postpone(entry, timeouts, maybeSent, next)) return;
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(pause.plusMillis(1));
                wake();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void sent(InboxEntry entry, Optional<Reason> reason) {
        slow.end(entry);
        if (inbox.finishSent(entry, reason)) {
            figures.sent(entry.channel(), reason, Duration.between(entry.receivedAt(), clock.instant()));
        }
    }

    private void giveUp(InboxEntry entry, Reason reason, boolean maybeSent) {
        slow.end(entry);
        if (!inbox.giveUp(entry, reason, maybeSent)) return;
        figures.givenUp(entry.channel(), reason, 1);
        log.warn("Gave up entry {} of channel {}: {}", entry.id(), entry.channel(), reason.wireName());
    }

    private static List<StackTraceElement> where(Throwable e) {
        return List.of(e.getStackTrace()).stream().limit(8).toList();
    }

    /**
     * What waits gets a moment to be sent; what is not by then stays in the inbox.
     *
     * @param hangUp ends the requests under way. Nothing is interrupted: H2 would lose its file with the thread.
     */
    public void stop(Runnable hangUp) throws InterruptedException {
        try {
            if (awaitIdle(PATIENCE_AT_STOP)) return;
        } finally {
            stopping = true;
        }
        log.warn("Stopped before {} replies were sent; they stay in the inbox", underWay.size());
        hangUp.run();
        awaitIdle(LAST_PATIENCE);
    }

    /** In one step with the taking: what another thread has just taken is under way, not gone. */
    private synchronized boolean isIdle() {
        return underWay.isEmpty() && !takeAll();
    }

    private boolean awaitIdle(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isIdle()) {
            if (System.nanoTime() > end) return false;
            Thread.sleep(10);
        }
        return true;
    }
}
