package tsunagu.keeping.backup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A row of any table: out of the database as JSON writes it, and into it. */
final class AnyRow {
    private AnyRow() {}

    /** Texts, numbers, booleans and nulls, in the order of the columns. */
    static Object[] read(ResultSet row, List<Shape.Column> columns) throws SQLException {
        var values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = read(row, i + 1, columns.get(i).kind());
            values[i] = row.wasNull() ? null : value;
        }
        return values;
    }

    private static Object read(ResultSet row, int column, Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT -> row.getString(column);
            case NUMBER -> row.getLong(column);
            case REAL -> row.getDouble(column);
            case BOOLEAN -> row.getBoolean(column);
            case DECIMAL -> {
                BigDecimal value = row.getBigDecimal(column);
                yield value == null ? null : value.toPlainString();
            }
            case MOMENT -> {
                OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
                yield value == null ? null : value.toInstant().toString();
            }
            case DAY -> {
                LocalDate value = row.getObject(column, LocalDate.class);
                yield value == null ? null : value.toString();
            }
            case ID -> {
                UUID value = row.getObject(column, UUID.class);
                yield value == null ? null : value.toString();
            }
            case BYTES -> {
                byte[] value = row.getBytes(column);
                yield value == null ? null : Base64.getEncoder().encodeToString(value);
            }
        };
    }

    /** @param values as {@link Kind#parse} gives them */
    static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    }
}
