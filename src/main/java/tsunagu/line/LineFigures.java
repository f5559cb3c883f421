package tsunagu.line;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import tsunagu.line.event.LineEvent;

/**
 * What operators watch. The names are a contract with their dashboards: {@code tsunagu.line.received}, {@code
 * .duplicates}, {@code .ignored}, {@code .refused}, {@code .replies}, {@code .multicasts}, {@code .webhook.time}. What
 * becomes of entries the inbox counts itself.
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

    /** An event came that is in the inbox already. */
    void duplicate(LineChannel channel) {
        registry.counter(PREFIX + "duplicates", "channel", channel.name()).increment();
    }

    /** An event needs no answer. */
    void ignored(LineChannel channel, LineEvent.Passed event) {
        count("ignored", channel, "reason", event.reason().wireName());
    }

    /** Events came that are for another account than the channel's. */
    void misdirected(LineChannel channel, int events) {
        registry.counter(PREFIX + "ignored", "channel", channel.name(), "reason", "destination")
                .increment(events);
    }

    /** A whole webhook was turned away: {@code signature}, {@code body} or {@code inbox}. */
    void refused(LineChannel channel, String why) {
        count("refused", channel, "reason", why);
    }

    /** A webhook got its answer. */
    void responded(LineChannel channel, int status, Duration taken) {
        Timer.builder(PREFIX + "webhook.time")
                .publishPercentiles(0.5, 0.99)
                .tag("channel", channel.name())
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(taken);
    }

    /** LINE's status to one request for a reply, or {@code none} where no answer came. */
    void replied(LineChannel channel, String status) {
        count("replies", channel, "status", status);
    }

    /** LINE's status to one request for a message to many, or {@code none} where no answer came. */
    void multicast(LineChannel channel, String status) {
        count("multicasts", channel, "status", status);
    }

    private void count(String name, LineChannel channel, String tag, String value) {
        registry.counter(PREFIX + name, "channel", channel.name(), tag, value).increment();
    }
}
