package tsunagu.line;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Settings of LINE as a whole; each account has its own in {@link LineChannels.Account}.
 *
 * <p>Read at start-up, so that what cannot work stops the start.
 *
 * @param apiUrl LINE's address
 * @param timeout how long LINE may take to answer one request; a reply token lives a minute, and two tries must fit
 */
@Context
@ConfigurationProperties("line")
record LineSettings(
        @Bindable(defaultValue = "https://api.line.me") String apiUrl,
        @Bindable(defaultValue = "8s") Duration timeout) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(20);

    LineSettings {
        if (!isAddress(apiUrl)) {
            throw new ConfigurationException("""
                line.api-url is "%s". Give the address of LINE's API without a path, such as https://api.line.me, \
                or remove the setting (environment: LINE_API_URL).\
                """.formatted(apiUrl));
        }
        if (!timeout.isPositive() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new ConfigurationException("line.timeout is %s. Give more than 0 and at most %d seconds, such as 8s."
                    .formatted(timeout, LONGEST_TIMEOUT.toSeconds()));
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = URI.create(url.strip());
            return Set.of("https", "http").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && Set.of("", "/").contains(uri.getPath())
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
