package tsunagu.atlas.change;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * The setting {@code atlas}.
 *
 * @param fourEyes whether a set must be approved by somebody else than who wrote it
 */
@ConfigurationProperties("atlas")
record AtlasSettings(boolean fourEyes) {}
