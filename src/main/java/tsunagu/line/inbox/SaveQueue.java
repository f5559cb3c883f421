package tsunagu.line.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Saves bodies that come in at the same moment in one transaction, as every transaction costs a write to the disk. Who
 * comes while others are saved waits and is saved with the next. A body that cannot be saved costs no other.
 */
final class SaveQueue {
    private static final int MOST_AT_ONCE = 64;

    private final Function<List<Arrival>, List<Boolean>> saving;
    private final Queue<Body> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /** @param saving saves all or none, and says which were new */
    SaveQueue(Function<List<Arrival>, List<Boolean>> saving) {
        this.saving = saving;
    }

    List<Boolean> save(List<Arrival> arrivals) {
        var mine = new Body(arrivals, new CompletableFuture<>());
        waiting.add(mine);
        while (!mine.saved().isDone()) {
            turn.lock();
            try {
                if (!mine.saved().isDone()) saveNext();
            } finally {
                turn.unlock();
            }
        }
        try {
            return mine.saved().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private void saveNext() {
        var bodies = new ArrayList<Body>();
        for (Body next = waiting.poll(); next != null; next = bodies.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            bodies.add(next);
        }
        try {
            saveTogether(bodies);
        } catch (RuntimeException | Error e) {
            if (bodies.size() == 1) bodies.getFirst().saved().completeExceptionally(e);
            else bodies.forEach(this::saveAlone);
        }
    }

    private void saveAlone(Body body) {
        try {
            saveTogether(List.of(body));
        } catch (RuntimeException | Error e) {
            body.saved().completeExceptionally(e);
        }
    }

    private void saveTogether(List<Body> bodies) {
        List<Boolean> isNew = saving.apply(
                bodies.stream().flatMap(body -> body.arrivals().stream()).toList());
        int from = 0;
        for (Body body : bodies) {
            int to = from + body.arrivals().size();
            body.saved().complete(isNew.subList(from, to));
            from = to;
        }
    }

    /** @param saved which of them were new */
    private record Body(List<Arrival> arrivals, CompletableFuture<List<Boolean>> saved) {}
}
