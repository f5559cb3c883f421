package tsunagu.line;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.line.inbox.Inbox;
import tsunagu.line.inbox.Inbox.Counted;
import tsunagu.line.inbox.InboxSettings;

/**
 * What {@code /health} says of LINE: for each channel whether it is set up, how many entries of the inbox wait and for
 * how long, and how many were given up in the last 24 hours, and why. Down where the inbox takes nothing or nobody
 * works on it.
 */
@Singleton
final class LineHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final LineChannels channels;
    private final Inbox inbox;
    private final InboxSettings settings;

    LineHealth(LineChannels channels, Inbox inbox, InboxSettings settings) {
        this.channels = channels;
        this.inbox = inbox;
        this.settings = settings;
    }

    @Override
    protected String getName() {
        return "line";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        var shown = new TreeMap<String, Object>();
        Map<String, Counted> counted = inbox.countByChannel();
        inbox.requireWritable();
        channels.isSetUpByName().forEach((name, isSetUp) -> {
            Counted inboxOf = counted.getOrDefault(name, Counted.NONE);
            shown.put(name, shown(isSetUp, inboxOf));
            if (inboxOf.oldest().filter(this::isTooLong).isPresent()) healthStatus = HealthStatus.DOWN;
        });
        return shown;
    }

    private boolean isTooLong(Duration waiting) {
        return waiting.compareTo(settings.unhealthyAfter()) > 0;
    }

    private static Map<String, Object> shown(boolean isSetUp, Counted counted) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("set-up", isSetUp);
        shown.put("waiting", counted.waiting());
        shown.put("oldest-seconds", counted.oldest().map(Duration::toSeconds).orElse(0L));
        shown.put("given-up-24h", counted.givenUp());
        shown.put("given-up-reasons", counted.reasons());
        return shown;
    }
}
