package tsunagu.knowledge.excerpt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.documents.Passage.Body.Row;
import tsunagu.documents.Passage.Body.Table;

/** Rows of a table in words: 「南部：団体50、個人12」. The first cell says what a row is about. */
final class TableWording {
    static final String NAMES = "氏名";

    private static final String TOTAL = "合計";

    private final Table table;

    TableWording(Table table) {
        this.table = table;
    }

    List<Row> rows() {
        return table.rows();
    }

    int columns() {
        return table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    String header(int column) {
        return column < table.header().size() ? table.header().get(column) : "";
    }

    boolean isOfNames(int column) {
        return header(column).endsWith(NAMES);
    }

    boolean isOfTexts(int column) {
        return table.rows().stream()
                .filter(row -> column < row.cells().size())
                .noneMatch(row -> isNumber(row.cells().get(column)));
    }

    /** What a row is about, and for totals the words people ask for them by. */
    String meant(Row row) {
        String cells = String.join("\n", row.cells());
        return row.totals() ? TOTAL + "\n全体\n全部\n総数\n" + cells : cells;
    }

    /** A row with the columns that are shown; its first cell always is. */
    String inWords(Row row, IntPredicate shown) {
        String first = row.cells().isEmpty() ? "" : row.cells().getFirst();
        String label = first.isEmpty() && row.totals() ? TOTAL : first;
        List<Integer> columns = IntStream.range(1, row.cells().size())
                .filter(shown)
                .filter(column -> !row.cells().get(column).isEmpty())
                .boxed()
                .toList();
        List<Integer> numbers = columns.stream()
                .filter(column -> isNumber(row.cells().get(column)))
                .toList();
        List<Integer> texts =
                columns.stream().filter(column -> !numbers.contains(column)).toList();
        if (texts.size() > 1 && !label.isEmpty() && !table.header().isEmpty()) {
            return "【" + label + "】" + inWords(row, texts, numbers);
        }
        String rest = texts.isEmpty() ? labelled(row, numbers, "", "、") : inWords(row, texts, numbers);
        if (rest.isEmpty()) return label;
        return label.isEmpty() ? rest : label + "：" + rest;
    }

    /** 「田無第一中、田無第四中、柳沢中（3）」, or with its header before each of several texts. */
    private String inWords(Row row, List<Integer> texts, List<Integer> numbers) {
        String said = texts.size() == 1 ? row.cells().get(texts.getFirst()) : labelled(row, texts, "：", "／");
        String counted = numbers.stream().map(column -> row.cells().get(column)).collect(Collectors.joining("、"));
        return counted.isEmpty() ? said : said + "（" + counted + "）";
    }

    private String labelled(Row row, List<Integer> columns, String between, String separator) {
        var parts = new ArrayList<String>();
        for (int column : columns) {
            String header = header(column);
            parts.add(
                    header.isEmpty()
                            ? row.cells().get(column)
                            : header + between + row.cells().get(column));
        }
        return String.join(separator, parts);
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[0-9０-９,，.．]+");
    }
}
