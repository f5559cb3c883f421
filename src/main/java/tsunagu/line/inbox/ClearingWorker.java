package tsunagu.line.inbox;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what the inbox need not keep any longer, within a minute. */
@Singleton
class ClearingWorker {
    private static final Logger log = LoggerFactory.getLogger(ClearingWorker.class);

    private final Inbox inbox;

    ClearingWorker(Inbox inbox) {
        this.inbox = inbox;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void clear() {
        int cleared = inbox.deleteExpired();
        if (cleared > 0) log.debug("Cleared {} finished entries of the LINE inbox", cleared);
    }
}
