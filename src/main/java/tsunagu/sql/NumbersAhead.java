package tsunagu.sql;

import io.micronaut.context.annotation.Value;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashMap;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * <code>${numbers_ahead}</code> in a migration: how many numbers of an identity column to draw ahead. Many in H2, whose
 * connections share them; one in PostgreSQL, where each connection would keep its own.
 */
@Singleton
@Named(NumbersAhead.DATABASE)
final class NumbersAhead implements FlywayConfigurationCustomizer {
    static final String DATABASE = "default";

    private static final int WHERE_SHARED = 4096;

    private final boolean shared;

    NumbersAhead(@Value("${datasources.default.url}") String url) {
        this.shared = url.startsWith("jdbc:h2:");
    }

    @Override
    public String getName() {
        return DATABASE;
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration flyway) {
        var placeholders = new HashMap<>(flyway.getPlaceholders());
        placeholders.put("numbers_ahead", String.valueOf(shared ? WHERE_SHARED : 1));
        flyway.placeholders(placeholders);
    }
}
