package tsunagu.line;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import tsunagu.line.event.LineEvent;

/**
 * What operators watch. The names are a contract with their dashboards: {@code tsunagu.line.received}, {@code
 * .duplicates}, {@code .ignored}, {@code .refused}, {@code .answered}, {@code .failed}, {@code .replies}.
 */
@Singleton
final class LineFigures {
    private static final String PREFIX = "tsunagu.line.";

    private final MeterRegistry registry;

    LineFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** An event came, whatever becomes of it. */
    void received(LineChannel channel, LineEvent event) {
        count("received", channel, "kind", event.kind());
    }

    /** An event came that we have, or are at work on. */
    void duplicate(LineChannel channel) {
        registry.counter(PREFIX + "duplicates", "channel", channel.name()).increment();
    }

    /** An event needs no answer. */
    void ignored(LineChannel channel, LineEvent.Passed event) {
        count("ignored", channel, "reason", event.reason().wireName());
    }

    /** A whole webhook was turned away: {@code signature} or {@code body}. */
    void refused(LineChannel channel, String why) {
        count("refused", channel, "reason", why);
    }

    /** LINE took the reply to an event. */
    void answered(LineChannel channel) {
        registry.counter(PREFIX + "answered", "channel", channel.name()).increment();
    }

    /** A resident got no reply: {@code dialogue}, {@code refused} by LINE, or {@code uncertain}. */
    void failed(LineChannel channel, String why) {
        count("failed", channel, "reason", why);
    }

    /** LINE's status to one request for a reply, or {@code none} where no answer came. */
    void replied(LineChannel channel, String status) {
        count("replies", channel, "status", status);
    }

    private void count(String name, LineChannel channel, String tag, String value) {
        registry.counter(PREFIX + name, "channel", channel.name(), tag, value).increment();
    }
}
