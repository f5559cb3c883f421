package tsunagu.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import tsunagu.tables.Table.Line;

/**
 * CSV into lines. A line whose quotes are wrong is told of and reading goes on with the next, because one such line in
 * a file of thousands should cost that line only.
 */
final class CsvReading {
    private static final String OPEN = "引用符（\"）が閉じていません。";
    private static final String EXTRA = "閉じた引用符（\"）のあとに文字があります。文の中の引用符は \"\" と2つ書いてください。";
    /** Longer than any cell of Excel's; what is longer has lost its closing quote. */
    private static final int LONGEST = 200_000;

    private static final int MOST_FAULTS = 1000;

    private final String text;
    private final char separator;
    private final CsvReader.CsvReaderBuilder parser;
    private final List<Line> lines = new ArrayList<>();
    private int faults;
    private int at;
    private long line = 1;

    private CsvReading(String text) {
        this.text = text;
        String first = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        separator = first.indexOf(',') < 0 && first.indexOf('\t') >= 0 ? '\t' : ',';
        parser = CsvReader.builder().fieldSeparator(separator);
    }

    static List<Line> read(String text) {
        var reading = new CsvReading(text);
        while (reading.at < text.length()) reading.readNext();
        return reading.lines;
    }

    private void readNext() {
        int end = at;
        boolean fieldStarts = true;
        while (end < text.length() && !isLineEnd(end)) {
            if (fieldStarts && text.charAt(end) == '"') {
                int close = closingQuote(end);
                if (close < 0) {
                    skipFaulty(OPEN);
                    return;
                }
                end = close + 1;
                if (end < text.length() && !isLineEnd(end) && text.charAt(end) != separator) {
                    skipFaulty(EXTRA);
                    return;
                }
                fieldStarts = false;
            } else {
                fieldStarts = text.charAt(end) == separator;
                end++;
            }
        }
        String record = text.substring(at, end);
        if (!record.isBlank()) {
            lines.add(new Line(
                    line,
                    parser.ofSingleCsvRecord(record).getFields().stream()
                            .map(Formulas::original)
                            .toList(),
                    ""));
        }
        moveBehind(end);
    }

    /** Negative where there is none. */
    private int closingQuote(int open) {
        int last = Math.min(text.length(), open + LONGEST);
        for (int i = open + 1; i < last; i++) {
            if (text.charAt(i) != '"') continue;
            if (i + 1 < text.length() && text.charAt(i + 1) == '"') i++;
            else return i;
        }
        return -1;
    }

    private void skipFaulty(String fault) {
        if (++faults > MOST_FAULTS) throw new UnreadableFile("CSV として読めません。" + line + "行目などの引用符（\"）を確かめてください。");
        lines.add(new Line(line, List.of(), fault));
        int end = at;
        while (end < text.length() && !isLineEnd(end)) end++;
        moveBehind(end);
    }

    private void moveBehind(int end) {
        int next = end;
        if (next < text.length()) {
            next += text.startsWith("\r\n", next) ? 2 : 1;
        }
        for (int i = at; i < next; i++) {
            if (isLineEnd(i) && !(text.charAt(i) == '\r' && text.startsWith("\n", i + 1))) line++;
        }
        at = next;
    }

    private boolean isLineEnd(int i) {
        char c = text.charAt(i);
        return c == '\n' || c == '\r';
    }
}
