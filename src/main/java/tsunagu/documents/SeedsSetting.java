package tsunagu.documents;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;

/**
 * {@code tsunagu.seeds} of the configuration.
 *
 * @param seeds the folder that holds the documents and {@code manifest.yml}
 */
@ConfigurationProperties("tsunagu")
record SeedsSetting(@Bindable(defaultValue = "seeds") Path seeds) {}
