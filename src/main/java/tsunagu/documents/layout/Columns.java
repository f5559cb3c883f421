package tsunagu.documents.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.documents.layout.Page.Line;

/**
 * Takes apart what stands side by side on the page: a wide run of spaces parts a right column, which is read after the
 * left one; short runs on several lines in a row part the two cells of a table without rules.
 */
final class Columns {
    private static final Pattern GUTTER = Pattern.compile("^(\\s*\\S.*?) {6,}(\\S.*)$");
    private static final Pattern TWO_CELLS = Pattern.compile("^(\\s*\\S+(?: \\S+)*?) {2,}(\\S+(?: \\S+)*)$");
    private static final int MIN_ROWS = 3;
    private static final int MAX_FIRST_CELL = 24;

    private Columns() {}

    static List<Line> unfold(List<Line> lines) {
        return withoutRightColumns(withRows(lines));
    }

    private static List<Line> withRows(List<Line> lines) {
        var rows = new ArrayList<Line>();
        int start = 0;
        while (start < lines.size()) {
            int end = start;
            while (end < lines.size()
                    && isRow(lines.get(end))
                    && (end == start || lines.get(end).gap() <= 1)) end++;
            boolean table = end - start >= MIN_ROWS;
            int next = Math.max(end, start + 1);
            for (Line line : lines.subList(start, next)) rows.add(table ? asRow(line) : line);
            start = next;
        }
        return rows;
    }

    private static boolean isRow(Line line) {
        Matcher cells = TWO_CELLS.matcher(line.text());
        return !line.isRow()
                && cells.matches()
                && Marks.width(cells.group(1).strip()) <= MAX_FIRST_CELL
                && Marks.hasWord(cells.group(1));
    }

    private static Line asRow(Line line) {
        Matcher cells = TWO_CELLS.matcher(line.text());
        return cells.matches() ? line.with(cells.group(1).strip() + "\t" + cells.group(2), line.gap()) : line;
    }

    /** A right column is set in where the page breaks below it, so that it does not cut the left one. */
    private static List<Line> withoutRightColumns(List<Line> lines) {
        var unfolded = new ArrayList<Line>();
        var right = new ArrayList<Line>();
        for (Line line : lines) {
            if (line.gap() >= 2) {
                unfolded.addAll(right);
                right.clear();
            }
            Matcher columns = GUTTER.matcher(line.text());
            if (!line.isRow() && columns.matches()) {
                unfolded.add(line.with(columns.group(1), line.gap()));
                right.add(line.with(columns.group(2), 2));
            } else {
                unfolded.add(line);
            }
        }
        unfolded.addAll(right);
        return unfolded;
    }
}
