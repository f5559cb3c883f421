package tsunagu.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import tsunagu.conversation.ConversationId;

/**
 * Work on virtual threads: of one conversation one piece after the other in the order given, of different ones side by
 * side. A piece of work must not throw, and ends soon when interrupted.
 */
final class ResidentLanes {
    /** The conversations at work. Guarded by this. */
    private final Map<ConversationId, Lane> lanes = new HashMap<>();

    private boolean closed;

    /** False once closed: nothing was taken. */
    synchronized boolean submit(ConversationId conversation, Runnable work) {
        if (closed) return false;
        Lane running = lanes.get(conversation);
        if (running != null) {
            running.waiting().add(work);
            return true;
        }
        Thread thread = Thread.ofVirtual().name("line-resident").unstarted(() -> run(conversation, work));
        lanes.put(conversation, new Lane(thread, new ArrayDeque<>()));
        thread.start();
        return true;
    }

    private void run(ConversationId conversation, Runnable first) {
        for (Runnable work = first; work != null; work = next(conversation)) work.run();
    }

    private synchronized Runnable next(ConversationId conversation) {
        Runnable work = lanes.get(conversation).waiting().poll();
        if (work == null) {
            lanes.remove(conversation);
            notifyAll();
        }
        return work;
    }

    /**
     * Takes nothing more and waits for what was taken; what is not done by then is interrupted and dropped.
     *
     * @return how many pieces of work that were
     */
    synchronized int close(Duration patience) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + patience.toNanos();
        long leftMillis = patience.toMillis();
        while (!lanes.isEmpty() && leftMillis > 0) {
            wait(leftMillis);
            leftMillis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
        int dropped = 0;
        for (Lane lane : lanes.values()) {
            dropped += 1 + lane.waiting().size();
            lane.waiting().clear();
            lane.thread().interrupt();
        }
        return dropped;
    }

    /** @param waiting what comes after the piece under way */
    private record Lane(Thread thread, Queue<Runnable> waiting) {}
}
