package tsunagu.events.file;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagu.events.entry.Field;
import tsunagu.tables.Table;
import tsunagu.tables.UnreadableFile;

/** Rows of either layout as the texts of an event's fields. */
final class RowReader {
    private RowReader() {}

    static Table table(byte[] file) {
        Table table = Table.read(file);
        for (Field field : List.of(Field.TITLE, Field.START)) {
            if (!table.has(field.columns())) {
                throw new UnreadableFile("見出しに「" + field.column() + "」の列がありません。国の標準「イベント一覧」の見出しにしてください。");
            }
        }
        return table;
    }

    static Map<Field, String> texts(Table.Row row) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) texts.put(field, row.text(field.columns()));
        return texts;
    }

    /** A row without an ID is known again by what, when and where it is. */
    static Map<Field, String> withId(Map<Field, String> texts) {
        if (!texts.get(Field.ID).isBlank()) return texts;
        String key = String.join(
                "\n", texts.get(Field.TITLE), texts.get(Field.START), texts.get(Field.FROM), texts.get(Field.PLACE));
        texts.put(Field.ID, "auto-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
        return texts;
    }
}
