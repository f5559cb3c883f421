package tsunagu.groups.request;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How long requests are kept.
 *
 * @param keep after they were sent
 * @param draft a resident may take to answer what is asked
 */
@ConfigurationProperties("groups.requests")
public record RequestSettings(Duration keep, Duration draft) {}
