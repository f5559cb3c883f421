package tsunagu.line.inbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Settings of the inbox, read at start-up.
 *
 * @param replyWithin how long a reply token lives
 * @param lease an entry whose node has not been heard of for this long is taken over by another
 * @param poll how often a node looks for entries that nobody told it of: those of a node that crashed
 * @param keepTexts how long what could not be answered is kept, to be tried again by hand
 * @param keepKeys how long it is remembered that an event was seen
 * @param unhealthyAfter an entry that waits this long means that something is wrong
 * @param pushWhenLate whether a reply that its token's life was too short for may go as a message that counts
 */
@Context
@ConfigurationProperties("line.inbox")
public record InboxSettings(
        @Bindable(defaultValue = "60s") Duration replyWithin,
        @Bindable(defaultValue = "5s") Duration lease,
        @Bindable(defaultValue = "1s") Duration poll,
        @Bindable(defaultValue = "20m") Duration keepTexts,
        @Bindable(defaultValue = "7d") Duration keepKeys,
        @Bindable(defaultValue = "2m") Duration unhealthyAfter,
        @Bindable(defaultValue = "false") boolean pushWhenLate) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    public InboxSettings {
        requirePositive("reply-within", replyWithin, "60s");
        requirePositive("poll", poll, "1s");
        requirePositive("keep-texts", keepTexts, "20m");
        requirePositive("keep-keys", keepKeys, "7d");
        requirePositive("unhealthy-after", unhealthyAfter, "2m");
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new ConfigurationException(
                    "line.inbox.lease is %s. Give at least 1 second, such as 5s.".formatted(lease));
        }
    }

    private static void requirePositive(String key, Duration value, String example) {
        if (!value.isPositive()) {
            throw new ConfigurationException(
                    "line.inbox.%s is %s. Give more than 0, such as %s.".formatted(key, value, example));
        }
    }
}
