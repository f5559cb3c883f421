package tsunagu.groups.request;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what has expired; it is no longer read from the moment it expires, and gone within the hour. */
@Singleton
class RequestWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RequestWorker.class);

    private final Requests requests;

    RequestWorker(Requests requests) {
        this.requests = requests;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void deleteExpired() {
        long deleted = requests.deleteExpired();
        if (deleted > 0) LOG.info("Deleted {} expired requests", deleted);
    }
}
