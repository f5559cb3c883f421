package tsunagu.conversation.memory;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How long things are kept.
 *
 * @param memory after the last message of a conversation
 * @param unanswered after a question was asked
 */
@ConfigurationProperties("tsunagu.conversation")
public record KeepingSettings(Duration memory, Duration unanswered) {}
