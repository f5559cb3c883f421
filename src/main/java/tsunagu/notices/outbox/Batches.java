package tsunagu.notices.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagu.line.Multicasts.Answer;
import tsunagu.notices.outbox.BatchRepository.Waiting;
import tsunagu.notices.outbox.Progress.Recipient;
import tsunagu.notices.outbox.Progress.Stop;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;

/** Recipients into requests, and what LINE says to a request into what became of its recipients. */
@Singleton
class Batches {
    /** LINE forgets a retry key after 24 hours; what is still in doubt then stays so. */
    private static final Duration LIFE_OF_KEY = Duration.ofHours(23);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 6;

    private final BatchRepository batches;
    private final OutboxRepository outbox;
    private final Subscriptions subscriptions;
    private final OutboxFigures figures;
    private final SendingSettings settings;
    private final SqlRepository sql;
    private final Clock clock;
    /** A copy that starts anew is another node: what its predecessor left is taken over when the lease is over. */
    private final String node = UUID.randomUUID().toString();

    Batches(
            BatchRepository batches,
            OutboxRepository outbox,
            Subscriptions subscriptions,
            OutboxFigures figures,
            SendingSettings settings,
            SqlRepository sql,
            Clock clock) {
        this.batches = batches;
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.figures = figures;
        this.settings = settings;
        this.sql = sql;
        this.clock = clock;
    }

    /** A request, and the user ids it names: those who want it as of now. */
    record Ready(Batch batch, Map<Long, String> reached) {
        /** In the order of the batch. */
        List<String> to() {
            return batch.recipients().stream()
                    .filter(reached::containsKey)
                    .map(reached::get)
                    .toList();
        }
    }

    /** What is too old is told to nobody any more. */
    void expire() {
        Instant now = clock.instant();
        for (long id : outbox.listStale(now)) {
            sql.inOneTransaction(() -> {
                batches.expire(id, now);
                outbox.finish(id, now);
                return null;
            });
        }
    }

    /** A request that is due once more. */
    Optional<Batch> takeAgain() {
        Instant now = clock.instant();
        return batches.take(node, now, now.plus(settings.lease()));
    }

    /**
     * A new request, written down; empty where nobody waits. Who must not be told comes to their end here. One thread
     * after the other: it is the nodes that the database keeps apart.
     */
    synchronized Optional<Ready> form() {
        while (true) {
            Optional<Formed> formed = sql.inOneTransaction(this::formOne);
            if (formed.isEmpty()) return Optional.empty();
            if (formed.get().ready().isPresent()) return formed.get().ready();
        }
    }

    /** @param ready empty where nobody of those who waited is to be told */
    private record Formed(Optional<Ready> ready) {}

    private Optional<Formed> formOne() {
        batches.awaitTurn();
        Instant now = clock.instant();
        Optional<Waiting> found = batches.findWaiting(now, settings.batch());
        if (found.isEmpty()) return Optional.empty();
        Waiting waiting = found.get();
        Map<Long, String> reached = reach(waiting.kind(), waiting.channel(), waiting.subscribers());
        Set<Long> wanting = wanting(waiting.kind(), waiting.subscribers());
        Set<Long> told = waiting.kind() == Outgoing.Kind.CORRECTION
                ? Set.of()
                : outbox.listTold(waiting.subscribers(), now.minus(SendingSettings.WEEK), settings.perWeek());
        Map<Recipient, List<Long>> fates = waiting.subscribers().stream().collect(Collectors.groupingBy(id -> {
            if (!wanting.contains(id)) return Recipient.OPTED_OUT;
            if (!reached.containsKey(id)) return Recipient.UNREACHABLE;
            return told.contains(id) ? Recipient.CAPPED : Recipient.BATCHED;
        }));
        fates.forEach((fate, ids) -> {
            if (fate != Recipient.BATCHED) settle(waiting, ids, fate, now);
        });
        List<Long> recipients = fates.getOrDefault(Recipient.BATCHED, List.of());
        if (recipients.isEmpty()) {
            outbox.finish(waiting.outgoing(), now);
            return Optional.of(new Formed(Optional.empty()));
        }
        UUID id = batches.insert(waiting, recipients, node, now, now.plus(settings.lease()));
        return Optional.of(new Formed(batches.find(id).map(batch -> new Ready(batch, only(reached, recipients)))));
    }

    private void settle(Waiting waiting, Collection<Long> ids, Recipient fate, Instant now) {
        batches.settle(waiting.outgoing(), ids, fate, now);
        figures.ended(waiting.kind(), fate, ids.size());
    }

    private static Map<Long, String> only(Map<Long, String> reached, Collection<Long> ids) {
        var some = new HashMap<>(reached);
        some.keySet().retainAll(ids);
        return some;
    }

    /** Those who want it at this moment, and how they are reached. */
    Map<Long, String> reach(Batch batch) {
        return reach(batch.kind(), batch.channel(), batch.recipients());
    }

    private Map<Long, String> reach(Outgoing.Kind kind, String channel, Collection<Long> ids) {
        return subscriptions.reach(channel, wanting(kind, ids));
    }

    private Set<Long> wanting(Outgoing.Kind kind, Collection<Long> ids) {
        return subscriptions.list(ids).stream()
                .filter(one -> one.subjects().contains(kind.subject()))
                .map(Subscriber::id)
                .collect(Collectors.toSet());
    }

    /** Right before a request; false where it must not be made. */
    boolean begin(Batch batch) {
        Instant now = clock.instant();
        return batches.begin(batch.id(), node, now, now.plus(settings.lease()));
    }

    /** Nobody may be written to before: it is tried again then. */
    void putOff(Batch batch, Instant until) {
        batches.postpone(batch.id(), node, batch.inDoubt(), until, until.plus(settings.lease()));
    }

    /** Nobody of it wants it any more. In doubt or not, there is nobody left to tell. */
    void abandon(Batch batch) {
        end(batch, Recipient.OPTED_OUT);
    }

    /** Whether LINE no longer knows the request's key. */
    boolean isForgotten(Batch batch) {
        return batch.firstTriedAt()
                .filter(first -> !clock.instant().isBefore(first.plus(LIFE_OF_KEY)))
                .isPresent();
    }

    /** A key LINE no longer knows tells nothing: who may have it is left in peace, who cannot gets another request. */
    void forget(Batch batch) {
        if (batch.inDoubt()) end(batch, Recipient.UNCLEAR);
        else regroup(batch, List.of());
    }

    /** What LINE said to a request. */
    void answered(Ready ready, Answer answer) {
        Batch batch = ready.batch();
        switch (answer) {
            case Answer.Accepted() -> accepted(ready);
            case Answer.QuotaUsedUp() -> halt(batch, Stop.QUOTA);
            case Answer.Busy() -> again(batch, batch.inDoubt());
            case Answer.Unreached() -> failed(batch, batch.inDoubt());
            case Answer.InDoubt(String status) -> failed(batch, true);
            case Answer.BadRecipients(Set<Integer> places) -> {
                List<String> to = ready.to();
                regroup(
                        batch,
                        unknown(
                                ready,
                                places.stream()
                                        .filter(place -> place < to.size())
                                        .map(to::get)
                                        .toList()));
                count(batch);
            }
            case Answer.Refused(int status) -> {
                boolean locked = status == 401 || status == 403;
                if (locked) halt(batch, Stop.REFUSED);
                else {
                    end(batch, batch.inDoubt() ? Recipient.UNCLEAR : Recipient.FAILED);
                    count(batch);
                }
            }
        }
    }

    private static List<Long> unknown(Ready ready, List<String> users) {
        return ready.reached().entrySet().stream()
                .filter(one -> users.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void accepted(Ready ready) {
        Batch batch = ready.batch();
        Instant now = clock.instant();
        List<Long> gone = new ArrayList<>(batch.recipients());
        gone.removeAll(ready.reached().keySet());
        sql.inOneTransaction(() -> {
            batches.settle(batch.outgoing(), gone, Recipient.OPTED_OUT, now);
            int sent = batches.settle(batch.id(), Recipient.SENT, now);
            batches.end(batch.id(), node);
            outbox.succeeded(batch.outgoing());
            outbox.finish(batch.outgoing(), now);
            figures.ended(batch.kind(), Recipient.SENT, sent);
            figures.ended(batch.kind(), Recipient.OPTED_OUT, gone.size());
            return null;
        });
    }

    /** Stays as it is until staff go on with it. */
    private void halt(Batch batch, Stop reason) {
        Instant now = clock.instant();
        sql.inOneTransaction(() -> {
            batches.postpone(batch.id(), node, batch.inDoubt(), now, now);
            stop(batch, reason, now);
            return null;
        });
    }

    private void failed(Batch batch, boolean inDoubt) {
        again(batch, inDoubt);
        count(batch);
    }

    /** Twice as long each time, by the number of tries alone: what this copy holds, no other takes before. */
    private void again(Batch batch, boolean inDoubt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(batch.tries(), 0, MOST_DOUBLINGS));
        Instant next = clock.instant().plus(pause);
        batches.postpone(batch.id(), node, inDoubt, next, next.plus(settings.lease()));
    }

    private void count(Batch batch) {
        if (outbox.failed(batch.outgoing()) >= settings.mostFailures()) stop(batch, Stop.FAILURES, clock.instant());
    }

    private void stop(Batch batch, Stop reason, Instant now) {
        if (outbox.stop(batch.outgoing(), reason, now)) figures.stopped(batch, reason);
    }

    /** Some are unreachable; the others get a request of their own, with another key. */
    private void regroup(Batch batch, List<Long> unreachable) {
        Instant now = clock.instant();
        sql.inOneTransaction(() -> {
            if (!batches.end(batch.id(), node)) return null;
            batches.settle(batch.outgoing(), unreachable, Recipient.UNREACHABLE, now);
            batches.release(batch.id(), now);
            figures.ended(batch.kind(), Recipient.UNREACHABLE, unreachable.size());
            outbox.finish(batch.outgoing(), now);
            return null;
        });
    }

    private void end(Batch batch, Recipient fate) {
        Instant now = clock.instant();
        sql.inOneTransaction(() -> {
            int ended = batches.settle(batch.id(), fate, now);
            batches.end(batch.id(), node);
            outbox.finish(batch.outgoing(), now);
            figures.ended(batch.kind(), fate, ended);
            return null;
        });
    }
}
