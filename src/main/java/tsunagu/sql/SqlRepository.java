package tsunagu.sql;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Statements with their values, for repositories that write their own SQL. */
@Singleton
public class SqlRepository {
    private final TransactionOperations<Connection> transactions;

    SqlRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All or nothing, together with whatever else writes to the database meanwhile. */
    public <T> T inOneTransaction(Supplier<T> work) {
        return transactions.executeWrite(_ -> work.get());
    }

    /** The rows a query gives. */
    public <T> List<T> list(RowReader<T> reader, String sql, Object... values) {
        return transactions.executeRead(status -> {
            try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
                set(statement, values);
                var rows = new ArrayList<T>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) rows.add(reader.read(row));
                }
                return rows;
            } catch (SQLException e) {
                throw refused(e);
            }
        });
    }

    /** The first row a query gives. */
    public <T> Optional<T> find(RowReader<T> reader, String sql, Object... values) {
        return list(reader, sql, values).stream().findFirst();
    }

    /** How many rows were changed. */
    public int update(String sql, Object... values) {
        return transactions.executeWrite(status -> {
            try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
                set(statement, values);
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw refused(e);
            }
        });
    }

    /** The id the database gave the new row. */
    public long insert(String sql, Object... values) {
        return transactions.executeWrite(status -> {
            try (PreparedStatement statement = status.getConnection().prepareStatement(sql, new String[] {"id"})) {
                set(statement, values);
                statement.executeUpdate();
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            } catch (SQLException e) {
                throw refused(e);
            }
        });
    }

    /** A column that may be empty. */
    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A column that may be empty. */
    public static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /** The driver's own words quote values; its code says enough. */
    private static IllegalStateException refused(SQLException e) {
        return new IllegalStateException("the database refuses with SQL state " + e.getSQLState());
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> optional ? optional.orElse(null) : values[i];
            statement.setObject(i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
