package tsunagu.line.inbox.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Group commit: what comes while others are at work waits, and is then done with all that waits, in one transaction.
 * An item that fails costs no other: the items of a failed group are each done alone.
 *
 * @param <T> what is asked for
 * @param <R> what becomes of it
 */
public final class GroupCommit<T, R> {
    private final int mostTogether;
    private final int groupsAtOnce;
    private final Duration gathering;
    private final Semaphore turns;
    private final Function<List<T>, List<R>> work;
    private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();

    /**
     * @param mostTogether items in one group
     * @param groupsAtOnce groups side by side
     * @param gathering how long a group waits for others to join, zero for what somebody waits for
     * @param work does all of a group or none, and answers in the order of its items; nothing of a group that failed
     *     remains
     */
    public GroupCommit(int mostTogether, int groupsAtOnce, Duration gathering, Function<List<T>, List<R>> work) {
        this.mostTogether = mostTogether;
        this.groupsAtOnce = groupsAtOnce;
        this.gathering = gathering;
        this.turns = new Semaphore(groupsAtOnce);
        this.work = work;
    }

    /** Returns when it is done; throws what the work threw for it. */
    public R submit(T item) {
        var mine = new Waiting<T, R>(item);
        queue.add(mine);
        workOnAll();
        try {
            // Nobody waits for a turn in here: whose item is done goes on at once.
            return mine.result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw e;
        }
    }

    /** Whether anything waits or is worked on. */
    public boolean isBusy() {
        return !queue.isEmpty() || turns.availablePermits() < groupsAtOnce;
    }

    /** Has somebody work until nothing waits, unless as many as may are at work already. */
    private void workOnAll() {
        if (!turns.tryAcquire()) return;
        Thread.startVirtualThread(() -> {
            try {
                while (!queue.isEmpty()) workOnNext();
            } finally {
                turns.release();
            }
            // What came between the last look and the release found no turn.
            if (!queue.isEmpty()) workOnAll();
        });
    }

    private void workOnNext() {
        if (gathering.isPositive()) LockSupport.parkNanos(gathering.toNanos());
        var group = new ArrayList<Waiting<T, R>>();
        while (group.size() < mostTogether) {
            Waiting<T, R> next = queue.poll();
            if (next == null) break;
            group.add(next);
        }
        if (group.isEmpty()) return;
        try {
            workOn(group);
        } catch (RuntimeException | Error e) {
            if (group.size() == 1) group.getFirst().result.completeExceptionally(e);
            else group.forEach(this::workAlone);
        }
    }

    private void workAlone(Waiting<T, R> one) {
        try {
            workOn(List.of(one));
        } catch (RuntimeException | Error e) {
            one.result.completeExceptionally(e);
        }
    }

    private void workOn(List<Waiting<T, R>> group) {
        List<R> results = work.apply(group.stream().map(one -> one.item).toList());
        for (int i = 0; i < group.size(); i++) group.get(i).result.complete(results.get(i));
    }

    private static final class Waiting<T, R> {
        private final T item;
        private final CompletableFuture<R> result = new CompletableFuture<>();

        Waiting(T item) {
            this.item = item;
        }
    }
}
