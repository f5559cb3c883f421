package tsunagu.notices.outbox;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import tsunagu.HandClock;

/** The clock of copies with the setting {@link #MARK}: it goes when a test says so. */
@Factory
@Requires(property = NoticeClock.MARK)
public class NoticeClock {
    public static final String MARK = "test.notice-clock";
    public static final HandClock CLOCK = new HandClock(Instant.parse("2026-11-22T03:00:00Z"));

    @Singleton
    @Replaces(Clock.class)
    Clock clock() {
        return CLOCK;
    }
}
