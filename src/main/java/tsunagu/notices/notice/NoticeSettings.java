package tsunagu.notices.notice;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * The setting {@code notices}, as far as staff's own are concerned.
 *
 * @param fourEyes whether a notice must be approved by somebody else than who wrote it
 * @param training whether every notice is a training: nobody is reached from this copy
 * @param staleAfter what rests on something older is not sent, unless somebody says why
 */
@ConfigurationProperties("notices")
public record NoticeSettings(boolean fourEyes, boolean training, Duration staleAfter) {}
