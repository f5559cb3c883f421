package tsunagu.documents.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import tsunagu.documents.layout.Layout.Grid;
import tsunagu.documents.layout.Layout.GridRow;
import tsunagu.documents.layout.Piece.Kind;

/** Reads the rows of a table: which one names the columns, what blank cells stand for, which row sums up. */
final class Grids {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?");
    private static final Pattern DIGIT = Pattern.compile(".*[0-9０-９].*");
    /** A cell is set in lines too; where one ends in a particle, the next goes on without a space. */
    private static final Pattern BROKEN_CELL = Pattern.compile("(?<=[^\\p{ASCII}][をにへとがはでの]) (?=[^\\p{ASCII}])");

    private static final int MAX_COLUMN_NAME = 24;

    private Grids() {}

    static Grid grid(List<Piece> pieces) {
        int columns = columns(pieces);
        boolean named = pieces.getFirst().is(Kind.COLUMN_NAMES) || namesColumns(pieces);
        List<String> header = named ? cells(pieces.getFirst(), columns) : List.of();
        var rows = new ArrayList<GridRow>();
        for (Piece piece : pieces.subList(named ? 1 : 0, pieces.size()))
            addRow(cells(piece, columns), piece.text(), rows);
        return new Grid(header, rows);
    }

    private static List<String> cells(Piece row, int columns) {
        var cells = new ArrayList<String>();
        for (String cell : row.text().split("\t", -1)) {
            String words = cell.replace("**", "").replaceAll("[ 　]+", " ").strip();
            cells.add(BROKEN_CELL.matcher(words).replaceAll(""));
        }
        cells.addAll(Collections.nCopies(columns - cells.size(), ""));
        return cells;
    }

    static int columns(List<Piece> rows) {
        return rows.stream()
                .mapToInt(row -> row.text().split("\t", -1).length)
                .max()
                .orElse(0);
    }

    /** Whether the first row tells what the columns hold: short words, no figures, none but the first left out. */
    static boolean namesColumns(List<Piece> rows) {
        int columns = columns(rows);
        if (rows.size() < 2 || columns < 2) return false;
        List<String> cells = cells(rows.getFirst(), columns);
        return cells.stream()
                        .allMatch(cell -> cell.length() <= MAX_COLUMN_NAME
                                && !DIGIT.matcher(cell).matches())
                && cells.stream().skip(1).noneMatch(String::isEmpty);
    }

    private static void addRow(List<String> cells, String printed, List<GridRow> rows) {
        if (rows.isEmpty()) {
            rows.add(new GridRow(cells, printed, false));
        } else if (isTotal(cells, rows)) {
            rows.add(new GridRow(cells, printed, true));
        } else if (continuesAbove(cells)) {
            rows.add(continued(rows.removeLast(), cells, printed));
        } else {
            rows.add(new GridRow(inherited(rows.getLast().cells(), cells), printed, false));
        }
    }

    private static boolean continuesAbove(List<String> cells) {
        long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
        return cells.size() > 2 && cells.getFirst().isEmpty() && filled == 1;
    }

    /** A row with a single cell goes on with the cell above: the place below the day of a meeting. */
    private static GridRow continued(GridRow above, List<String> cells, String printed) {
        var joined = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            joined.add((above.cells().get(i) + " " + cells.get(i)).strip());
        }
        return new GridRow(joined, above.printed() + "\n" + printed, above.totals());
    }

    private static List<String> inherited(List<String> above, List<String> cells) {
        var filled = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) filled.add(cells.get(i).isEmpty() ? above.get(i) : cells.get(i));
        return filled;
    }

    /** @param rows those above, two at least: one alone would be its own sum */
    private static boolean isTotal(List<String> cells, List<GridRow> rows) {
        if (!cells.getFirst().isEmpty() || rows.size() < 2) return false;
        for (int column = 1; column < cells.size(); column++) {
            int index = column;
            List<String> above =
                    rows.stream().map(row -> row.cells().get(index)).toList();
            if (!isNumber(cells.get(column)) || !above.stream().allMatch(Grids::isNumber)) return false;
            double sum = above.stream().mapToDouble(Grids::number).sum();
            if (Math.abs(sum - number(cells.get(column))) > 1e-6) return false;
        }
        return cells.size() > 1;
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    private static double number(String cell) {
        String ascii = Normalizer.normalize(cell, Normalizer.Form.NFKC);
        return Double.parseDouble(ascii.replace(",", ""));
    }
}
