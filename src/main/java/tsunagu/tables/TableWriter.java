package tsunagu.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows as a file that {@link Table} reads as they were; the head is the first of them. */
public final class TableWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int WIDTH = 30;

    private TableWriter() {}

    /**
     * UTF-8 with a byte order mark, which Excel needs to read Japanese; no cell of it is a formula.
     */
    public static byte[] csv(List<List<String>> rows) {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(Formulas::neutral).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Every cell a text, so that nothing is taken for a formula or a date. */
    public static byte[] xlsx(String sheetName, List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tsunagu", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName);
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) sheet.value(row, column, cells.get(column));
            }
            for (int column = 0; column < rows.getFirst().size(); column++) sheet.width(column, WIDTH);
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
