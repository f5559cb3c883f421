package tsunagu.line.unsent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Remembers for a day which messages were taken back; after that LINE delivers none of them any more. */
@Singleton
public class UnsentMessages {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final UnsentRepository messages;
    private final Clock clock;

    UnsentMessages(UnsentRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** @param message channel and id, at most 150 characters */
    public void remember(String message) {
        Instant now = clock.instant();
        messages.deleteByExpiresAtBefore(now);
        if (messages.existsById(message)) return;
        messages.save(new UnsentRow(message, now.plus(REMEMBERED)));
    }

    public boolean isUnsent(String message) {
        return messages.existsById(message);
    }
}
