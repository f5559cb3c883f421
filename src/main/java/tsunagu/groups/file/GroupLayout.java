package tsunagu.groups.file;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.groups.entry.Field;
import tsunagu.tables.Table;

/** Our own layout, 地域団体: what is exported, and the shorter form other towns may send. */
final class GroupLayout implements Layout {
    /** One consent for all contacts, where a file has no column for each. */
    static final String CONSENT = "公開可否";

    private static final Map<Field, Field> CONTACTS = Map.of(
            Field.CONTACT_SHOWN,
            Field.CONTACT,
            Field.TELEPHONE_SHOWN,
            Field.TELEPHONE,
            Field.MAIL_SHOWN,
            Field.MAIL,
            Field.FORM_SHOWN,
            Field.FORM);

    private final Set<Field> fields = EnumSet.noneOf(Field.class);

    GroupLayout(Table table) {
        for (Field field : Field.values()) if (table.has(field.label())) fields.add(field);
        if (table.has(CONSENT))
            CONTACTS.forEach((shown, contact) -> {
                if (table.has(contact.label())) fields.add(shown);
            });
    }

    @Override
    public String id(Table.Row row) {
        return row.text(ID).strip();
    }

    @Override
    public Set<Field> fields() {
        return fields;
    }

    @Override
    public Map<Field, String> texts(Table.Row row) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : fields) texts.put(field, row.text(field.label()));
        String consent = row.text(CONSENT).strip();
        List.copyOf(CONTACTS.entrySet()).forEach(pair -> {
            boolean silent = texts.getOrDefault(pair.getKey(), "").isBlank();
            boolean any = !texts.getOrDefault(pair.getValue(), "").isBlank();
            if (silent && any && !consent.isEmpty()) texts.put(pair.getKey(), consent);
        });
        return texts;
    }
}
