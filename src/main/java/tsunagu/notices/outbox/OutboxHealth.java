package tsunagu.notices.outbox;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tsunagu.notices.outbox.OutboxRepository.Standing;

/**
 * What {@code /health} says of notices: how many recipients wait, whether it is night, and how many notices have
 * stopped. Never down: a notice that stands still keeps no copy from answering residents.
 */
@Singleton
class OutboxHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final OutboxRepository outbox;
    private final SendingSettings settings;
    private final Clock clock;

    OutboxHealth(OutboxRepository outbox, SendingSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected String getName() {
        return "notices";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        Instant now = clock.instant();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("quiet-hours", settings.isQuiet(now));
        shown.put("waiting", 0L);
        shown.put("overdue-seconds", 0L);
        shown.put("stopped", 0);
        for (Standing standing : outbox.listStandings()) {
            if (standing.state().equals("stopped")) {
                shown.put("stopped", standing.outgoing());
                continue;
            }
            shown.put("waiting", standing.recipients());
            standing.oldest()
                    .map(due -> Duration.between(settings.nextAllowed(due), now).toSeconds())
                    .filter(seconds -> seconds > 0)
                    .ifPresent(seconds -> shown.put("overdue-seconds", seconds));
        }
        return shown;
    }
}
