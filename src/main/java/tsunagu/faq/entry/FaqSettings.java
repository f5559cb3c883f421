package tsunagu.faq.entry;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * The setting {@code faq}.
 *
 * @param fourEyes whether a version must be approved by somebody else than who wrote it
 */
@ConfigurationProperties("faq")
record FaqSettings(boolean fourEyes) {}
