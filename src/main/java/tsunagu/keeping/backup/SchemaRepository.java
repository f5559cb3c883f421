package tsunagu.keeping.backup;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The tables of the database, whatever the engine. */
@Singleton
class SchemaRepository {
    private static final int H2_ALREADY_OPEN = 90020;
    private static final String HISTORY = "flyway_schema_history";

    private final DataSource source;

    SchemaRepository(DataSource source) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    /** Outside of all transactions; to be closed. */
    Connection open() throws SQLException {
        return source.getConnection();
    }

    static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    /** Whether it failed because another process has the H2 file open. */
    static boolean isInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_ALREADY_OPEN) return true;
        }
        return false;
    }

    /** All but the list of migrations, each after those its rows point to. */
    static List<Shape> listTables(Connection connection) throws SQLException {
        var byName = new TreeMap<String, Shape>();
        DatabaseMetaData data = connection.getMetaData();
        for (String name : listNames(data, connection.getSchema())) {
            if (!name.equals(HISTORY)) byName.put(name, shape(data, connection.getSchema(), name));
        }
        Set<Shape> ordered = new LinkedHashSet<>();
        byName.values().forEach(shape -> add(shape, byName, ordered));
        return List.copyOf(ordered);
    }

    private static void add(Shape shape, Map<String, Shape> all, Set<Shape> ordered) {
        if (ordered.contains(shape)) return;
        shape.needs().stream()
                .filter(other -> !other.equals(shape.name()))
                .forEach(other -> add(all.get(other), all, ordered));
        ordered.add(shape);
    }

    private static Set<String> listNames(DatabaseMetaData data, String schema) throws SQLException {
        var names = new TreeSet<String>();
        try (ResultSet row = data.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) names.add(row.getString("TABLE_NAME"));
        }
        return names;
    }

    private static Shape shape(DatabaseMetaData data, String schema, String name) throws SQLException {
        var columns = new ArrayList<Shape.Column>();
        Optional<String> numbered = Optional.empty();
        try (ResultSet row = data.getColumns(null, schema, name.replace("_", "\\_"), "%")) {
            while (row.next()) {
                String column = row.getString("COLUMN_NAME");
                String type = row.getString("TYPE_NAME");
                columns.add(new Shape.Column(
                        column,
                        Kind.find(type)
                                .orElseThrow(() -> new IllegalStateException(
                                        "no backup knows columns of type " + type + ": " + name + "." + column))));
                if ("YES".equals(row.getString("IS_AUTOINCREMENT"))) numbered = Optional.of(column);
            }
        }
        return new Shape(name, columns, keys(data, schema, name), numbered, needs(data, schema, name));
    }

    private static List<String> keys(DatabaseMetaData data, String schema, String name) throws SQLException {
        var keys = new TreeMap<Integer, String>();
        try (ResultSet row = data.getPrimaryKeys(null, schema, name)) {
            while (row.next()) keys.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
        }
        return List.copyOf(keys.values());
    }

    private static List<String> needs(DatabaseMetaData data, String schema, String name) throws SQLException {
        var needs = new TreeSet<String>();
        try (ResultSet row = data.getImportedKeys(null, schema, name)) {
            while (row.next()) needs.add(row.getString("PKTABLE_NAME"));
        }
        return List.copyOf(needs);
    }

    /** Versions, smallest first; none where the database is empty. */
    static List<String> listMigrations(Connection connection) throws SQLException {
        if (!listNames(connection.getMetaData(), connection.getSchema()).contains(HISTORY)) return List.of();
        var versions = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select \"version\" from \"" + HISTORY + "\" where \"success\" and \"version\" is not null")) {
            while (row.next()) versions.add(row.getString(1));
        }
        versions.sort(SchemaRepository::compareVersions);
        return List.copyOf(versions);
    }

    private static int compareVersions(String one, String other) {
        String[] ones = one.split("\\.");
        String[] others = other.split("\\.");
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            int compared = Long.compare(Long.parseLong(ones[i]), Long.parseLong(others[i]));
            if (compared != 0) return compared;
        }
        return Integer.compare(ones.length, others.length);
    }

    /** The number the next row gets. */
    static Optional<Long> next(Connection connection, Shape shape) throws SQLException {
        if (shape.numbered().isEmpty()) return Optional.empty();
        String query = isH2(connection)
                ? "select identity_base from information_schema.columns where table_schema = '"
                        + connection.getSchema() + "' and table_name = '" + shape.name() + "' and column_name = '"
                        + shape.numbered().get() + "'"
                : "select case when is_called then last_value + 1 else last_value end from "
                        + sequence(connection, shape);
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Optional.of(row.getLong(1));
        }
    }

    private static String sequence(Connection connection, Shape shape) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_get_serial_sequence(?, ?)")) {
            statement.setString(1, Shape.quoted(shape.name()));
            statement.setString(2, shape.numbered().orElseThrow());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Rows of each table, as far as it has any. */
    static Map<String, Long> countRows(Connection connection, List<Shape> shapes) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (Shape shape : shapes) {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + Shape.quoted(shape.name()))) {
                row.next();
                if (row.getLong(1) > 0) counts.put(shape.name(), row.getLong(1));
            }
        }
        return counts;
    }
}
