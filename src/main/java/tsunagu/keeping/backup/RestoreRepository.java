package tsunagu.keeping.backup;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Fills an empty database: all of it or nothing. */
@Singleton
class RestoreRepository {
    private static final int WRITTEN_AT_ONCE = 500;

    /** Of texts and bytes; a file that was uploaded may have many rows of a megabyte. */
    private static final int MOST_WAITING = 8_000_000;

    private final SchemaRepository schema;

    RestoreRepository(SchemaRepository schema) {
        this.schema = schema;
    }

    /**
     * In place of what a new database brings with it.
     *
     * @param next by table, the number its next row is to get
     * @param rows gives each row of a table, as {@link Kind#parse} does
     */
    void fill(Map<String, Long> next, BiConsumer<Shape, Consumer<Object[]>> rows) {
        try (Connection connection = schema.open()) {
            connection.setAutoCommit(false);
            try {
                List<Shape> shapes = SchemaRepository.listTables(connection);
                // First, as H2 ends the transaction with it; on its own it changes nothing that anybody sees.
                number(connection, shapes, next);
                for (Shape shape : shapes.reversed()) execute(connection, "delete from " + Shape.quoted(shape.name()));
                for (Shape shape : shapes) insert(connection, shape, rows);
                connection.commit();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw SnapshotRepository.refused(e);
        }
    }

    private static void number(Connection connection, List<Shape> shapes, Map<String, Long> next) throws SQLException {
        for (Shape shape : shapes) {
            if (shape.numbered().isEmpty()) continue;
            execute(
                    connection,
                    "alter table " + Shape.quoted(shape.name()) + " alter column "
                            + Shape.quoted(shape.numbered().get()) + " restart with "
                            + next.getOrDefault(shape.name(), 1L));
        }
    }

    private static void insert(Connection connection, Shape shape, BiConsumer<Shape, Consumer<Object[]>> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(shape.insert())) {
            long[] waiting = {0, 0};
            rows.accept(shape, row -> {
                try {
                    AnyRow.set(statement, row);
                    statement.addBatch();
                    waiting[1] += size(row);
                    if (++waiting[0] < WRITTEN_AT_ONCE && waiting[1] < MOST_WAITING) return;
                    statement.executeBatch();
                    Arrays.fill(waiting, 0);
                } catch (SQLException e) {
                    throw SnapshotRepository.refused(e);
                }
            });
            statement.executeBatch();
        }
    }

    private static long size(Object[] row) {
        return Arrays.stream(row)
                .mapToLong(value -> switch (value) {
                    case String text -> text.length();
                    case byte[] bytes -> bytes.length;
                    case null, default -> 0;
                })
                .sum();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
