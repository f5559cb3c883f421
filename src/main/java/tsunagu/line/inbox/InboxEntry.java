package tsunagu.line.inbox;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry that this node has taken to work on. {@code toString} tells nothing of the resident.
 *
 * @param receivedAt when the first copy came
 * @param replyUntil when the reply token's life ends
 * @param event the event's JSON
 * @param reply the reply as stored, once answered; what is sent is this, however often it is tried
 * @param attempts requests with this reply that may have begun, the one to come included; failed answers before that
 * @param timeouts how many of them LINE never answered
 * @param maybeSent whether one of those before may have reached the resident
 */
public record InboxEntry(
        long id,
        String channel,
        String conversation,
        Instant receivedAt,
        Instant replyUntil,
        Optional<String> replyToken,
        String event,
        Optional<String> reply,
        int attempts,
        int timeouts,
        boolean maybeSent) {

    InboxEntry answered(String stored) {
        return new InboxEntry(
                id,
                channel,
                conversation,
                receivedAt,
                replyUntil,
                replyToken,
                event,
                Optional.of(stored),
                1,
                timeouts,
                maybeSent);
    }

    @Override
    public String toString() {
        return "InboxEntry[" + id + ", " + channel + "]";
    }
}
