package tsunagu.notices.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.notices.outbox.Progress.Recipient;
import tsunagu.notices.outbox.Progress.Stop;

/** What operators watch: what became of recipients, and notices that stopped by themselves. */
@Singleton
class OutboxFigures {
    private static final Logger log = LoggerFactory.getLogger(OutboxFigures.class);
    private static final String PREFIX = "tsunagu.notices.";

    private final MeterRegistry registry;

    OutboxFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Outgoing.Kind kind, Recipient fate, long recipients) {
        if (recipients == 0) return;
        registry.counter(PREFIX + "recipients", "kind", kind.wireName(), "outcome", fate.wireName())
                .increment(recipients);
    }

    void stopped(Batch batch, Stop reason) {
        registry.counter(PREFIX + "stopped", "reason", reason.wireName()).increment();
        log.warn("Notice {} of the outbox stopped: {}", batch.outgoing(), reason.wireName());
    }
}
