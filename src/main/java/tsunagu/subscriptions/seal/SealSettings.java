package tsunagu.subscriptions.seal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;

/**
 * The keys, each 256 bit as base64.
 *
 * @param key without it nobody can opt in
 * @param oldKey of which there may still be rows, while keys are being changed
 */
@ConfigurationProperties("subscriptions")
record SealSettings(@Nullable String key, @Nullable String oldKey) {
    @Override
    public String toString() {
        return "SealSettings[…]";
    }
}
