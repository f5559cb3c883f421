package tsunagu.faq.file;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Field;
import tsunagu.tables.TableWriter;

/** Entries as a file: one a row, in the order they were made, each by its newest version. */
@Singleton
public class Exports {
    /** Head of the column that says which entry a row is; empty for a new one. */
    static final String NUMBER = "番号";

    public byte[] csv(List<Faq> faqs) {
        return TableWriter.csv(rows(faqs));
    }

    public byte[] xlsx(List<Faq> faqs) {
        return TableWriter.xlsx("よくある質問", rows(faqs));
    }

    private static List<List<String>> rows(List<Faq> faqs) {
        var rows = new ArrayList<List<String>>();
        rows.add(head());
        faqs.forEach(faq -> rows.add(row(faq)));
        return rows;
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
