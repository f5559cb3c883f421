package tsunagu.library.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tsunagu.library.scan.Letter;
import tsunagu.library.scan.Rule;

/** Tables drawn with rules: which letters stand in which cell. */
final class Tables {
    private static final double SLACK = 3;
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_ROWS = 400;
    /** Boxes with more words are parts of a page that is set in boxes. */
    private static final int LONGEST_CELLS = 100;

    private Tables() {}

    /** The tables of a page, and the letters outside of them. */
    record Taken(List<Strip> tables, List<Letter> rest) {}

    static Taken take(List<Letter> letters, List<Rule> rules) {
        var tables = new ArrayList<Strip>();
        List<Letter> rest = letters;
        for (List<Rule> drawn : drawnTogether(rules)) {
            var grid = Grid.of(drawn);
            if (grid.columns() < 2 || grid.columns() > MOST_COLUMNS || grid.rows() < 1 || grid.rows() > MOST_ROWS)
                continue;
            List<Letter> inside = rest.stream().filter(grid::holds).toList();
            List<List<String>> rows = grid.read(inside);
            if (!isTable(rows)) continue;
            double size = inside.stream().mapToDouble(Letter::size).average().orElse(10);
            tables.add(Strip.table(grid.frame(), size, rows));
            rest = rest.stream().filter(letter -> !grid.holds(letter)).toList();
        }
        return new Taken(tables, rest);
    }

    private static boolean isTable(List<List<String>> rows) {
        List<String> filled = rows.stream()
                .flatMap(List::stream)
                .filter(cell -> !cell.isEmpty())
                .toList();
        double length = filled.stream().mapToInt(String::length).average().orElse(0);
        boolean besides = rows.stream()
                .anyMatch(row -> row.stream().filter(cell -> !cell.isEmpty()).count() > 1);
        return besides && length > 0 && length <= LONGEST_CELLS;
    }

    private static List<List<Rule>> drawnTogether(List<Rule> rules) {
        int[] leader = IntStream.range(0, rules.size()).toArray();
        for (int i = 0; i < leader.length; i++) {
            for (int j = 0; j < i; j++) {
                if (rules.get(i).touches(rules.get(j), SLACK)) leader[find(leader, i)] = find(leader, j);
            }
        }
        var groups = new ArrayList<List<Rule>>();
        IntStream.range(0, leader.length).forEach(_ -> groups.add(new ArrayList<>()));
        for (int i = 0; i < leader.length; i++) groups.get(find(leader, i)).add(rules.get(i));
        return groups.stream().filter(group -> group.size() >= 3).toList();
    }

    private static int find(int[] leader, int i) {
        int at = i;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /** The lines between columns and between rows. */
    private record Grid(List<Rule> rules, double[] xs, double[] ys) {

        static Grid of(List<Rule> rules) {
            return new Grid(
                    rules,
                    places(rules.stream()
                            .filter(rule -> !rule.isLevel())
                            .mapToDouble(rule -> (rule.left() + rule.right()) / 2)
                            .sorted()
                            .toArray()),
                    places(rules.stream()
                            .filter(Rule::isLevel)
                            .mapToDouble(rule -> (rule.top() + rule.bottom()) / 2)
                            .sorted()
                            .toArray()));
        }

        private static double[] places(double[] sorted) {
            var places = new ArrayList<Double>();
            for (double place : sorted) if (places.isEmpty() || place - places.getLast() > SLACK) places.add(place);
            return places.stream().mapToDouble(Double::doubleValue).toArray();
        }

        int columns() {
            return xs.length - 1;
        }

        int rows() {
            return ys.length - 1;
        }

        Rule frame() {
            return new Rule(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
        }

        boolean holds(Letter letter) {
            return column(letter) >= 0 && row(letter) >= 0;
        }

        private int column(Letter letter) {
            return between(xs, letter.middle());
        }

        private int row(Letter letter) {
            return between(ys, letter.y() - letter.size() * 0.35);
        }

        private static int between(double[] places, double at) {
            for (int i = 0; i + 1 < places.length; i++) if (at >= places[i] && at < places[i + 1]) return i;
            return -1;
        }

        List<List<String>> read(List<Letter> letters) {
            var cells = new ArrayList<List<List<Letter>>>();
            for (int row = 0; row < rows(); row++) {
                cells.add(new ArrayList<>());
                for (int column = 0; column < columns(); column++)
                    cells.get(row).add(new ArrayList<>());
            }
            for (Letter letter : letters) {
                int row = row(letter);
                int column = column(letter);
                while (column > 0 && !isParted(column, row)) column--;
                while (row > 0 && !isRuledAbove(column, row)) row--;
                cells.get(row).get(column).add(letter);
            }
            List<List<String>> rows = cells.stream()
                    .map(row -> row.stream().map(Grid::text).toList())
                    .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                    .toList();
            int[] filled = IntStream.range(0, columns())
                    .filter(column ->
                            rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                    .toArray();
            return rows.stream()
                    .map(row -> IntStream.of(filled).mapToObj(row::get).toList())
                    .toList();
        }

        /** Whether a rule stands left of the cell. */
        private boolean isParted(int column, int row) {
            double middle = (ys[row] + ys[row + 1]) / 2;
            return rules.stream()
                    .anyMatch(rule -> !rule.isLevel()
                            && Math.abs((rule.left() + rule.right()) / 2 - xs[column]) <= SLACK
                            && rule.top() <= middle
                            && rule.bottom() >= middle);
        }

        private boolean isRuledAbove(int column, int row) {
            double middle = (xs[column] + xs[column + 1]) / 2;
            return rules.stream()
                    .anyMatch(rule -> rule.isLevel()
                            && Math.abs((rule.top() + rule.bottom()) / 2 - ys[row]) <= SLACK
                            && rule.left() <= middle
                            && rule.right() >= middle);
        }

        private static String text(List<Letter> letters) {
            var text = new StringBuilder();
            for (Strip strip : Strips.of(letters)) Paragraphs.append(text, strip.text());
            return text.toString();
        }
    }
}
