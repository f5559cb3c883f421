package tsunagu;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * The engines a copy can keep its data in, for tests that hold on both: each call of {@link #settings} is an empty
 * database of its own.
 *
 * <pre>{@code
 * try (var context = ApplicationContext.run(Databases.POSTGRESQL.settings())) { … }
 * }</pre>
 */
public enum Databases {
    /** In memory, as long as somebody is connected. */
    H2 {
        @Override
        public Map<String, Object> settings() {
            String url = "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    .formatted(UUID.randomUUID());
            return Map.of("datasources.default.url", url);
        }
    },
    /** A real server, started with the first call and stopped with the tests. */
    POSTGRESQL {
        @Override
        public Map<String, Object> settings() {
            String name = "test_" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Map.of(
                    "datasources.default.url",
                    Server.STARTED.getJdbcUrl("postgres", name),
                    "datasources.default.username",
                    "postgres",
                    "datasources.default.password",
                    "postgres");
        }
    };

    /** Gives back the memory of an H2 that was told to outlive its connections; nothing else of another. */
    public static void shutDown(String url) {
        if (!url.startsWith("jdbc:h2:mem:")) return;
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings of a context that uses a new, empty database. */
    public abstract Map<String, Object> settings();

    private static final class Server {
        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
