package tsunagu.faq.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Field;

/** Entries as a file: one a row, in the order they were made, each by its newest version. */
@Singleton
public class Exports {
    /** Head of the column that says which entry a row is; empty for a new one. */
    static final String NUMBER = "番号";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int WIDTH = 30;

    /** UTF-8 with a byte order mark, which Excel needs to read Japanese. */
    public byte[] csv(List<Faq> faqs) {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(head());
            faqs.forEach(faq ->
                    csv.writeRecord(row(faq).stream().map(Formulas::neutral).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Every cell a text, so that nothing is taken for a formula or a date. */
    public byte[] xlsx(List<Faq> faqs) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tsunagu", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("よくある質問");
            var rows = new ArrayList<List<String>>();
            rows.add(head());
            faqs.forEach(faq -> rows.add(row(faq)));
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) sheet.value(row, column, cells.get(column));
            }
            for (int column = 0; column < head().size(); column++) sheet.width(column, WIDTH);
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<String> head() {
        var head = new ArrayList<String>();
        head.add(NUMBER);
        Arrays.stream(Field.values()).map(Field::label).forEach(head::add);
        return head;
    }

    private static List<String> row(Faq faq) {
        var row = new ArrayList<String>();
        row.add(Long.toString(faq.id()));
        Arrays.stream(Field.values()).map(field -> field.of(faq.content())).forEach(row::add);
        return row;
    }
}
