package tsunagu.events.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Events without an end go on coming: their days are written down as they come within reach. */
@Singleton
final class DaysWorker {
    private final Events events;

    DaysWorker(Events events) {
        this.events = events;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "6h")
    void goOn() {
        events.goOn();
    }
}
