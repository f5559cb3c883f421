package tsunagu.keeping.backup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table.
 *
 * @param keys columns of its primary key, by which its rows are put in order
 * @param numbered the column the database numbers by itself, if any
 * @param needs tables its rows point to
 */
record Shape(String name, List<Column> columns, List<String> keys, Optional<String> numbered, List<String> needs) {
    Shape {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        needs = List.copyOf(needs);
    }

    record Column(String name, Kind kind) {}

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    String select() {
        String order = keys.isEmpty() ? "" : " order by " + quoted(keys);
        return "select " + quoted(columnNames()) + " from " + quoted(name) + order;
    }

    String insert() {
        String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return "insert into " + quoted(name) + " (" + quoted(columnNames()) + ") values (" + marks + ")";
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String quoted(List<String> names) {
        return names.stream().map(Shape::quoted).collect(Collectors.joining(", "));
    }
}
