package tsunagu.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import tsunagu.conversation.ConversationId;

/**
 * Work on virtual threads: of one conversation one piece after the other in the order given, of different ones side by
 * side. A piece of work must not throw.
 */
final class ResidentLanes {
    /** The running lanes; the queue holds what waits behind the piece under way. Guarded by this. */
    private final Map<ConversationId, Queue<Runnable>> waiting = new HashMap<>();

    private boolean closed;

    /** False once closed: nothing was taken. */
    synchronized boolean submit(ConversationId conversation, Runnable work) {
        if (closed) return false;
        Queue<Runnable> behind = waiting.get(conversation);
        if (behind != null) {
            behind.add(work);
        } else {
            waiting.put(conversation, new ArrayDeque<>());
            Thread.ofVirtual().name("line-resident").start(() -> run(conversation, work));
        }
        return true;
    }

    private void run(ConversationId conversation, Runnable first) {
        for (Runnable work = first; work != null; work = next(conversation)) work.run();
    }

    private synchronized Runnable next(ConversationId conversation) {
        Runnable work = waiting.get(conversation).poll();
        if (work == null) {
            waiting.remove(conversation);
            notifyAll();
        }
        return work;
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    /** Takes nothing more and waits for what is under way. Returns how many lanes are not done by then. */
    synchronized int close(Duration patience) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (!waiting.isEmpty() && left > 0) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
        return waiting.size();
    }
}
