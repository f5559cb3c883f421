package tsunagu.line.inbox;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tsunagu.keeping.Expiry;
import tsunagu.line.inbox.commit.GroupCommit;

/** The one door to the inbox's rows. Whoever works on entries goes through {@link InboxWorker}. */
@Singleton
public class Inbox implements Expiry {
    /** LINE's own: after this long a reply token is dead, whatever is delivered again. */
    private static final Duration LONGEST_TOKEN_LIFE = Duration.ofMinutes(20);

    private static final Duration DAY = Duration.ofDays(1);

    private static final int MOST_SAVED_TOGETHER = 128;
    /** It takes a core: more side by side would keep new webhooks waiting. */
    private static final int MOST_ANSWERING = 1;

    private static final int MOST_ANSWERED_TOGETHER = 16;
    private static final Duration LONGEST_GIVING_WAY = Duration.ofMillis(50);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);
    private static final int MOST_ENDED_TOGETHER = 64;
    private static final int MOST_GIVEN_UP_TOGETHER = 1000;
    /** Nobody waits for the end of an entry, unless the same resident wrote again. */
    private static final Duration GATHERING = Duration.ofMillis(25);

    private final InboxRepository entries;
    /** A virtual thread keeps a core until it waits; a thread of its own has to take turns with those that save. */
    private final ExecutorService answering = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("line-answers").factory());

    private final GroupCommit<List<Arrival>, List<Boolean>> saves;
    private final GroupCommit<Supplier<Optional<InboxEntry>>, Optional<InboxEntry>> answers;
    private final GroupCommit<Supplier<Boolean>, Boolean> ends;
    private final AtomicLong deleted = new AtomicLong();
    private final InboxSettings settings;
    private final InboxFigures figures;
    private final Clock clock;
    /** A copy that starts anew is another node: what its predecessor left is taken over when the lease is over. */
    private final String node = UUID.randomUUID().toString();

    Inbox(InboxRepository entries, InboxSettings settings, InboxFigures figures, Clock clock) {
        this.entries = entries;
        this.settings = settings;
        this.figures = figures;
        this.clock = clock;
        this.saves = new GroupCommit<>(MOST_SAVED_TOGETHER, 1, Duration.ZERO, this::saveTogether);
        this.answers = new GroupCommit<>(MOST_ANSWERED_TOGETHER, MOST_ANSWERING, Duration.ZERO, this::answerTogether);
        this.ends = new GroupCommit<>(MOST_ENDED_TOGETHER, 1, GATHERING, this::together);
    }

    /** LINE waits for its 200 more impatiently than a resident for the reply: what is to be saved goes first. */
    private List<Optional<InboxEntry>> answerTogether(List<Supplier<Optional<InboxEntry>>> works) {
        long end = System.nanoTime() + LONGEST_GIVING_WAY.toNanos();
        while (saves.isBusy() && System.nanoTime() < end) LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        return CompletableFuture.supplyAsync(() -> together(works), answering).join();
    }

    private <T> List<T> together(List<Supplier<T>> works) {
        return entries.inOneTransaction(() -> works.stream().map(Supplier::get).toList());
    }

    /**
     * Saves the events of one body; when this returns they outlive a crash. All or none.
     *
     * @return for each whether it was new; where not, a copy of it had been saved before
     * @throws RuntimeException where they could not be saved
     */
    public List<Boolean> save(List<Arrival> body) {
        return body.isEmpty() ? List.of() : saves.submit(body);
    }

    private List<List<Boolean>> saveTogether(List<List<Arrival>> bodies) {
        List<Boolean> isNew = saveAll(bodies.stream().flatMap(List::stream).toList());
        var byBody = new ArrayList<List<Boolean>>();
        int from = 0;
        for (List<Arrival> body : bodies) {
            byBody.add(isNew.subList(from, from + body.size()));
            from += body.size();
        }
        return byBody;
    }

    private List<Boolean> saveAll(List<Arrival> arrivals) {
        Instant now = clock.instant();
        List<Instant> until =
                arrivals.stream().map(arrival -> replyUntil(arrival, now)).toList();
        return entries.inOneTransaction(() -> {
            List<Boolean> isNew = entries.insert(arrivals, now, until);
            for (int i = 0; i < arrivals.size(); i++) {
                Arrival arrival = arrivals.get(i);
                if (!isNew.get(i) && arrival.redelivery()) entries.renew(arrival, now, until.get(i));
            }
            return isNew;
        });
    }

    private Instant replyUntil(Arrival arrival, Instant now) {
        boolean dead = arrival.redelivery() && arrival.happenedAt().isBefore(now.minus(LONGEST_TOKEN_LIFE));
        return dead ? now : now.plus(settings.replyWithin());
    }

    /** Starts to work on entries: those that wait and those to come. */
    public InboxWorker startWorker(InboxWork work) {
        return new InboxWorker(this, settings, figures, clock, work).start();
    }

    /** Forgets the words of a message, answered or not, and answers it no more; false where none of it is here. */
    public boolean withdraw(String channel, String messageId) {
        return entries.withdraw(channel, messageId, clock.instant());
    }

    /** Forgets the words of what could not be answered in this conversation. */
    public void forget(String conversation) {
        entries.forget(conversation);
    }

    /** Waiting and given up, the oldest first. */
    public List<Shown> listUnsent(int most) {
        return entries.listUnsent(most);
    }

    /**
     * Has given-up entries tried once more, all of them or the one of this id.
     *
     * @return how many; those whose reply token is dead for good, or whose words are gone, are none of them
     */
    public int retry(Optional<Long> id) {
        Instant now = clock.instant();
        return entries.retry(id, now.minus(LONGEST_TOKEN_LIFE), now, now.plus(settings.replyWithin()));
    }

    /** By channel; a channel without waiting or given-up entries is missing. */
    public Map<String, Counted> countByChannel() {
        Instant now = clock.instant();
        var counted = new TreeMap<String, Counted>();
        entries.countWaiting()
                .forEach(row -> counted.put(
                        row.channel(),
                        new Counted(row.count(), row.oldest().map(oldest -> Duration.between(oldest, now)), Map.of())));
        entries.countGivenUp(now.minus(DAY))
                .forEach(row -> counted.merge(
                        row.channel(),
                        new Counted(0, Optional.empty(), Map.of(row.reason(), row.count())),
                        Counted::and));
        return counted;
    }

    /** Throws where the database takes nothing. */
    public void requireWritable() {
        entries.requireWritable();
    }

    List<InboxEntry> take(int most) {
        Instant now = clock.instant();
        return entries.take(node, now, now.plus(settings.lease()), most);
    }

    /**
     * Gives up a good many of those whose reply token died before then, the longest waiting first.
     *
     * @return how many by channel; none where there are no more
     */
    Map<String, Long> giveUpLate(Instant deadBefore) {
        return entries.giveUpLate(clock.instant(), deadBefore, MOST_GIVEN_UP_TOGETHER).stream()
                .collect(groupingBy(channel -> channel, TreeMap::new, counting()));
    }

    /**
     * Answers and stores the reply in one transaction with what the dialogue remembers.
     *
     * @param words the reply; empty where none is needed, which ends the entry
     * @return empty where nothing is to be sent, or another node has taken over
     */
    Optional<InboxEntry> answer(InboxEntry entry, Supplier<Optional<String>> words) {
        return answers.submit(() -> {
            Optional<String> reply = words.get();
            if (reply.isEmpty()) {
                requireOurs(entries.finishSent(entry.id(), node, Optional.of(Reason.SILENT), clock.instant()), entry);
                return Optional.empty();
            }
            requireOurs(entries.storeReply(entry.id(), node, reply.get()), entry);
            return Optional.of(entry.answered(reply.get()));
        });
    }

    /** Undoes what was said and remembered for an entry that another node has taken over meanwhile. */
    private static void requireOurs(boolean ours, InboxEntry entry) {
        if (!ours) throw new TakenOver(entry);
    }

    boolean finishSent(InboxEntry entry, Optional<Reason> reason) {
        return ends.submit(() -> entries.finishSent(entry.id(), node, reason, clock.instant()));
    }

    boolean giveUp(InboxEntry entry, Reason reason, boolean maybeSent) {
        return ends.submit(() -> entries.giveUp(entry.id(), node, reason, maybeSent, clock.instant()));
    }

    boolean postpone(InboxEntry entry, int timeouts, boolean maybeSent, Instant next) {
        return ends.submit(() -> entries.postpone(entry.id(), node, entry.attempts() + 1, timeouts, maybeSent, next));
    }

    void extendLeases(List<Long> ids) {
        entries.extendLeases(new ArrayList<>(ids), node, clock.instant().plus(settings.lease()));
    }

    @PreDestroy
    void close() {
        answering.shutdown();
    }

    /** What need not be kept any longer goes, within a minute: after a burst it is too much for one go. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    int deleteOld() {
        Instant now = clock.instant();
        int gone = entries.deleteTexts(now.minus(settings.keepTexts()))
                + entries.deleteFinished(now.minus(settings.keepKeys()));
        deleted.addAndGet(gone);
        return gone;
    }

    /** Only tells what went since it was last asked. */
    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("LINE の受信の記録", deleted.getAndSet(0));
    }

    /**
     * How a channel's inbox stands.
     *
     * @param waiting entries neither sent nor given up
     * @param oldest how long the oldest of them has been here
     * @param reasons how many were given up in the last 24 hours, by {@link Reason#wireName}
     */
    public record Counted(int waiting, Optional<Duration> oldest, Map<String, Integer> reasons) {
        public static final Counted NONE = new Counted(0, Optional.empty(), Map.of());

        public Counted {
            reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
        }

        public int givenUp() {
            return reasons.values().stream().mapToInt(Integer::intValue).sum();
        }

        private Counted and(Counted other) {
            var all = new TreeMap<>(reasons);
            other.reasons.forEach((reason, count) -> all.merge(reason, count, Integer::sum));
            return new Counted(waiting + other.waiting, oldest.or(() -> other.oldest), all);
        }
    }

    /**
     * An entry as staff may see it: nothing of what the resident wrote, or who wrote.
     *
     * @param state {@code received}, {@code answered} or {@code given-up}
     */
    public record Shown(
            long id, String channel, Instant receivedAt, String state, Optional<String> reason, int attempts) {}

    /** Another node works on the entry now; this one lets go of it. */
    static final class TakenOver extends RuntimeException {
        TakenOver(InboxEntry entry) {
            super("entry " + entry.id() + " was taken over", null, false, false);
        }
    }
}
