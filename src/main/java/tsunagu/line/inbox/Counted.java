package tsunagu.line.inbox;

import java.time.Duration;
import java.util.Optional;

/**
 * How a channel's inbox stands.
 *
 * @param waiting entries neither sent nor given up
 * @param oldest how long the oldest of them has been here
 * @param givenUp in the last 24 hours
 */
public record Counted(int waiting, Optional<Duration> oldest, int givenUp) {
    public static final Counted NONE = new Counted(0, Optional.empty(), 0);
}
