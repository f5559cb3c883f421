package tsunagu.line.inbox;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry as staff may see it: nothing of what the resident wrote, or who wrote.
 *
 * @param state {@code received}, {@code answered} or {@code given-up}
 */
public record Shown(
        long id, String channel, Instant receivedAt, String state, Optional<String> reason, int attempts) {}
