package tsunagu.notices.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import tsunagu.keeping.Expiry;

/** Who was sent what is kept to correct it, and to keep to the week's cap; then numbers are all that stays. */
@Singleton
class OutboxExpiry implements Expiry {
    private final OutboxRepository outbox;
    private final SendingSettings settings;
    private final Clock clock;

    OutboxExpiry(OutboxRepository outbox, SendingSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("お知らせの届け先の記録", outbox.deleteRecipients(clock.instant().minus(settings.keepRecipients())));
    }
}
