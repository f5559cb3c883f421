package tsunagu.groups.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsunagu.groups.entry.Content.Detail;
import tsunagu.groups.entry.Field;
import tsunagu.groups.entry.Group;
import tsunagu.tables.TableWriter;

/** Groups as a file in our own layout, one a row, in the order they were entered; reading it again changes nothing. */
public final class Exports {
    private Exports() {}

    public static byte[] csv(List<Group> groups) {
        return TableWriter.csv(rows(groups));
    }

    public static byte[] xlsx(List<Group> groups) {
        return TableWriter.xlsx("団体・場所", rows(groups));
    }

    private static List<List<String>> rows(List<Group> groups) {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<String>();
        head.add(Layout.ID);
        Arrays.stream(Field.values()).map(Field::label).forEach(head::add);
        head.add(GroupLayout.CONSENT);
        head.add(Layout.STATE);
        rows.add(head);
        groups.forEach(group -> rows.add(row(group)));
        return rows;
    }

    private static List<String> row(Group group) {
        var row = new ArrayList<String>();
        row.add(group.exportId());
        Arrays.stream(Field.values()).map(field -> field.of(group.content())).forEach(row::add);
        boolean all = group.content()
                .contact()
                .details()
                .filter(detail -> !detail.value().isEmpty())
                .allMatch(Detail::shown);
        row.add(all ? Field.YES : Field.NO);
        row.add(group.state().label());
        return row;
    }
}
