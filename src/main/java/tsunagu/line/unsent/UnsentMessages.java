package tsunagu.line.unsent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import tsunagu.keeping.Expiry;

/** Remembers for a day which messages were taken back; after that LINE delivers none of them any more. */
@Singleton
public class UnsentMessages implements Expiry {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final UnsentRepository messages;
    private final Clock clock;

    UnsentMessages(UnsentRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** @param message channel and id, at most 150 characters */
    public void remember(String message) {
        if (messages.existsById(message)) return;
        messages.save(new UnsentRow(message, clock.instant().plus(REMEMBERED)));
    }

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("取り消しの印", messages.deleteByExpiresAtBefore(clock.instant()));
    }

    public boolean isUnsent(String message) {
        return messages.existsById(message);
    }
}
