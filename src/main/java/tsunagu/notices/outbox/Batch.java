package tsunagu.notices.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One request to LINE.
 *
 * @param id also its retry key
 * @param inDoubt whether LINE may have taken it
 * @param recipients subscribers in the order they are named in
 */
record Batch(
        UUID id,
        long outgoing,
        Outgoing.Kind kind,
        String channel,
        String body,
        int tries,
        boolean inDoubt,
        Optional<Instant> firstTriedAt,
        Instant notAfter,
        List<Long> recipients) {
    Batch {
        recipients = List.copyOf(recipients);
    }

    @Override
    public String toString() {
        return "Batch[" + id + "]";
    }
}
