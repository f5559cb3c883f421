package tsunagu.line.inbox;

import java.time.Instant;
import java.util.Optional;

/**
 * An event as it came in, to be saved. {@code toString} tells nothing of it.
 *
 * @param channel name of the LINE account
 * @param key the same for every copy of the event, at most 200 characters
 * @param messageId LINE's id of the message, where the event is about one
 * @param conversation events of one conversation are worked on in the order they happened
 * @param happenedAt as LINE says
 * @param redelivery whether LINE says that it delivers it again, which renews the reply token
 * @param event the event's JSON, without its neighbours in the body
 */
public record Arrival(
        String channel,
        String key,
        Optional<String> messageId,
        String conversation,
        Instant happenedAt,
        boolean redelivery,
        Optional<String> replyToken,
        String event) {
    @Override
    public String toString() {
        return "Arrival[" + channel + "]";
    }
}
