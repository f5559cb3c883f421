package tsunagu.keeping.backup;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The whole database as it is at one moment, while others go on writing. */
@Singleton
class SnapshotRepository {
    /** H2's own level: its repeatable read takes each table at the moment that is first read. */
    private static final int H2_SNAPSHOT = 6;

    /** Few, as some rows are a megabyte. */
    private static final int FETCHED_AT_ONCE = 50;

    private final SchemaRepository schema;

    SnapshotRepository(SchemaRepository schema) {
        this.schema = schema;
    }

    /** What stands in the database; good until the work on it is done. */
    static final class Snapshot {
        private final Connection connection;

        private Snapshot(Connection connection) {
            this.connection = connection;
        }

        List<Shape> listTables() {
            return asked(() -> SchemaRepository.listTables(connection));
        }

        List<String> listMigrations() {
            return asked(() -> SchemaRepository.listMigrations(connection));
        }

        Map<String, Long> countRows() {
            return asked(() -> SchemaRepository.countRows(connection, SchemaRepository.listTables(connection)));
        }

        Optional<Long> next(Shape shape) {
            return asked(() -> SchemaRepository.next(connection, shape));
        }

        /** Each row as {@link AnyRow} reads it, one at a time. */
        void forEachRow(Shape shape, Consumer<Object[]> each) {
            asked(() -> {
                try (Statement statement = connection.createStatement()) {
                    statement.setFetchSize(FETCHED_AT_ONCE);
                    try (ResultSet row = statement.executeQuery(shape.select())) {
                        while (row.next()) each.accept(AnyRow.read(row, shape.columns()));
                    }
                }
                return true;
            });
        }
    }

    @FunctionalInterface
    private interface Asking<T> {
        T ask() throws SQLException;
    }

    private static <T> T asked(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The driver's own words may quote values; its code says enough. */
    static IllegalStateException refused(SQLException e) {
        return new IllegalStateException("the database refuses with SQL state " + e.getSQLState());
    }

    /** Does the work upon one snapshot, and writes nothing. */
    <T> T inSnapshot(Function<Snapshot, T> work) {
        try (Connection connection = schema.open()) {
            boolean h2 = SchemaRepository.isH2(connection);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(h2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            // Else H2 gathers all rows of a table in memory before it gives the first.
            if (h2) execute(connection, "set lazy_query_execution 1");
            try {
                return work.apply(new Snapshot(connection));
            } finally {
                connection.rollback();
                if (h2) execute(connection, "set lazy_query_execution 0");
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
