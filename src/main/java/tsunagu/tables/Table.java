package tsunagu.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tsunagu.text.Folding;

/**
 * A file as rows of texts under a head: CSV in UTF-8 (with or without a byte order mark), CP932 or UTF-16, separated by
 * commas or tabs, or XLSX. The head is the first row with anything in it; rows with nothing in them are left out.
 *
 * @param head as the file has it, without spaces around the names
 */
public record Table(List<String> head, List<Row> rows) {
    /**
     * Some thirty thousand rows. They are kept at once, with what each would do, beside the answers to residents: 20 MB
     * took more than the heap of {@code config/java.options}.
     */
    static final int LARGEST = 8 << 20;

    public Table {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** @throws UnreadableFile with a sentence saying why */
    public static Table read(byte[] file) {
        if (file.length > LARGEST) throw new UnreadableFile("ファイルが大きすぎます（" + (LARGEST >> 20) + "MB まで）。いくつかに分けてください。");
        List<Line> lines = listLines(file).stream()
                .filter(line -> line.isFaulty() || !line.isBlank())
                .toList();
        if (lines.isEmpty()) throw new UnreadableFile("ファイルが空です。");
        Line head = lines.getFirst();
        if (head.isFaulty()) throw new UnreadableFile("見出しの行（" + head.line() + "行目）が読めません。" + head.fault());
        var columns = new Columns(head.cells());
        return new Table(
                head.cells().stream().map(String::strip).toList(),
                lines.stream().skip(1).map(line -> new Row(line, columns)).toList());
    }

    /**
     * The lines as they stand, the head among them, and blank lines of an XLSX.
     *
     * @throws UnreadableFile with a sentence saying why
     */
    public static List<Line> listLines(byte[] file) {
        boolean zipped = file.length > 3 && file[0] == 'P' && file[1] == 'K';
        return zipped ? XlsxReader.read(file) : CsvReading.read(TextOfFile.read(file));
    }

    /** Whether a column has one of these names; width, case and spaces do not matter. */
    public boolean has(String... names) {
        return Stream.of(names)
                .map(Table::key)
                .anyMatch(name -> head.stream().map(Table::key).anyMatch(name::equals));
    }

    private static String key(String name) {
        return Folding.name(name);
    }

    /**
     * A line of the file.
     *
     * @param line from 1; in XLSX the number of the row
     * @param fault a Japanese sentence saying why the line cannot be read; empty for good ones, others have no cells
     */
    public record Line(long line, List<String> cells, String fault) {
        public Line {
            cells = List.copyOf(cells);
        }

        public boolean isFaulty() {
            return !fault.isEmpty();
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** A line read by the names in the head. */
    public static final class Row {
        private final Line line;
        private final Columns columns;

        private Row(Line line, Columns columns) {
            this.line = line;
            this.columns = columns;
        }

        /** In the file, from 1. */
        public long line() {
            return line.line();
        }

        /** A Japanese sentence saying why the line cannot be read; empty for good ones. */
        public String fault() {
            return line.fault();
        }

        /** What stands in the first of these columns that has anything, as it stands; otherwise empty. */
        public String text(String... names) {
            for (String name : names) {
                int column = columns.indexOf(name);
                if (column < 0 || column >= line.cells().size()) continue;
                String text = line.cells().get(column);
                if (!text.isBlank()) return text;
            }
            return "";
        }
    }

    /** Names are asked for again with every row, so they are folded once. */
    private static final class Columns {
        private final Map<String, Integer> indexes = new HashMap<>();
        private final Map<String, Integer> asked = new ConcurrentHashMap<>();

        Columns(List<String> head) {
            for (int i = 0; i < head.size(); i++) indexes.putIfAbsent(key(head.get(i)), i);
        }

        int indexOf(String name) {
            return asked.computeIfAbsent(name, each -> indexes.getOrDefault(key(each), -1));
        }
    }
}
