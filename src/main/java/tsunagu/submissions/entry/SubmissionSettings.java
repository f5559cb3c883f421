package tsunagu.submissions.entry;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How long submissions are kept, and how many there may be.
 *
 * @param draft a resident may take to answer what is asked in the chat
 * @param waiting after it was sent, or staff last changed it, while it is not decided on
 * @param keep after it was published, declined or taken back
 * @param dailyMost from one conversation within 24 hours
 * @param hourlyMost from one address within an hour, by the page
 */
@ConfigurationProperties("submissions")
public record SubmissionSettings(Duration draft, Duration waiting, Duration keep, int dailyMost, int hourlyMost) {}
