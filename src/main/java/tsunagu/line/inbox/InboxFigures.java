package tsunagu.line.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * What operators watch of the work on entries. The names are a contract with their dashboards: {@code
 * tsunagu.line.answered}, {@code .given.up} and {@code .failed} (the same, by its old name), {@code .reply.time}.
 */
@Singleton
final class InboxFigures {
    private static final String PREFIX = "tsunagu.line.";

    private final MeterRegistry registry;

    InboxFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** LINE took the reply, or must have; {@code waited} since the event came. */
    void sent(String channel, Optional<Reason> reason, Duration waited) {
        String confirmed = String.valueOf(reason.isEmpty());
        registry.counter(PREFIX + "answered", "channel", channel, "confirmed", confirmed)
                .increment();
        Timer.builder(PREFIX + "reply.time")
                .publishPercentiles(0.5, 0.99)
                .tag("channel", channel)
                .register(registry)
                .record(waited);
    }

    void givenUp(String channel, Reason reason, long count) {
        registry.counter(PREFIX + "given.up", "channel", channel, "reason", reason.wireName())
                .increment(count);
        registry.counter(PREFIX + "failed", "channel", channel, "reason", reason.wireName())
                .increment(count);
    }
}
