package tsunagu.atlas;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import tsunagu.HandClock;

/** The clock of copies with the setting {@link #MARK}: it goes when a test says so. */
@Factory
@Requires(property = AtlasClock.MARK)
class AtlasClock {
    static final String MARK = "test.atlas-clock";
    private static final HandClock CLOCK = new HandClock(Instant.parse("2026-11-22T03:00:00Z"));

    @Singleton
    @Replaces(Clock.class)
    Clock clock() {
        return CLOCK;
    }

    /** @param local in Tokyo: {@code 2027-04-01T00:00} */
    static void at(String local) {
        CLOCK.set(LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Tokyo")).toInstant());
    }
}
