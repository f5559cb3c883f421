package tsunagu.keeping;

import io.micronaut.context.BeanProvider;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets every room delete what has expired, and writes down how much went. */
@Singleton
class KeepingWorker {
    private static final Logger LOG = LoggerFactory.getLogger(KeepingWorker.class);

    private final BeanProvider<Expiry> rooms;
    private final KeepingRepository keeping;
    private final Clock clock;

    KeepingWorker(BeanProvider<Expiry> rooms, KeepingRepository keeping, Clock clock) {
        this.rooms = rooms;
        this.keeping = keeping;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "10m")
    void deleteExpired() {
        rooms.stream().forEach(this::deleteExpired);
    }

    /** A room that fails keeps no other from its work; it is asked again with the next run. */
    private void deleteExpired(Expiry room) {
        try {
            room.deleteExpired().forEach((what, deleted) -> {
                keeping.add(clock.instant(), clock.getZone(), what, deleted);
                if (deleted > 0) LOG.info("Deleted as expired: {} {}", deleted, what);
            });
        } catch (RuntimeException e) {
            LOG.warn("{} could not delete what has expired", room.getClass().getSimpleName(), e);
        }
    }
}
