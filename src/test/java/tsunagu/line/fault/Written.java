package tsunagu.line.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What one resident wrote once, and how its deliveries went. Times are {@link System#nanoTime}. */
final class Written {
    private final int number;
    private final String resident;
    private final ObjectNode event;
    private long firstBegun;
    private long lastBegun;
    private long lastEnded;
    private boolean tried;
    private boolean accepted;

    Written(int number, String resident, ObjectNode event) {
        this.number = number;
        this.resident = resident;
        this.event = event;
    }

    /** The order in which things were written. */
    int number() {
        return number;
    }

    String resident() {
        return resident;
    }

    ObjectNode event() {
        return event;
    }

    String key() {
        return event.path("webhookEventId").asText();
    }

    synchronized void begin() {
        lastBegun = System.nanoTime();
        if (!tried) firstBegun = lastBegun;
        tried = true;
    }

    /** A delivery had its 200; whether it was the first. */
    synchronized boolean end() {
        lastEnded = System.nanoTime();
        boolean first = !accepted;
        accepted = true;
        return first;
    }

    synchronized boolean wasTried() {
        return tried;
    }

    synchronized boolean isOlderThan(Duration age) {
        return tried && System.nanoTime() - lastBegun > age.toNanos();
    }

    synchronized long firstBegun() {
        return firstBegun;
    }

    synchronized long lastEnded() {
        return lastEnded;
    }

    /** Whether whoever received the other could know that this one was written, and delivered, before. */
    boolean isKnownBefore(Written other) {
        return resident.equals(other.resident) && number < other.number && lastEnded() < other.firstBegun();
    }
}
