package tsunagu;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Gives a copy with the setting {@link #BEGIN} a clock of its own, to be had as {@link HandClock}. */
@Factory
@Requires(property = HandClockFactory.BEGIN)
public class HandClockFactory {
    /** When it stands at first: {@code 2026-11-22T03:00:00Z}. */
    public static final String BEGIN = "test.clock-begin";

    @Singleton
    @Replaces(Clock.class)
    HandClock clock(@Property(name = BEGIN) String begin) {
        return new HandClock(Instant.parse(begin));
    }
}
