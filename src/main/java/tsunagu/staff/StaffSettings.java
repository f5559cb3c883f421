package tsunagu.staff;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How staff sign in.
 *
 * @param idle a sign-in ends this long after its last page
 * @param longest and this long after it began, whatever happens
 * @param invitation an invitation may be used for this long
 * @param httpsOnly whether cookies are sent over https alone, even where a proxy in front does not say that it is used
 */
@ConfigurationProperties("tsunagu.staff")
public record StaffSettings(Duration idle, Duration longest, Duration invitation, boolean httpsOnly) {}
