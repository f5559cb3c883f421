package tsunagu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Time passes when the test says so, in Tokyo. */
public final class HandClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public HandClock(Instant now) {
        this(new AtomicReference<>(now), ZoneId.of("Asia/Tokyo"));
    }

    private HandClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public void set(Instant then) {
        now.set(then);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HandClock(now, other);
    }
}
