package tsunagu.groups.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagu.groups.entry.ContentReader;
import tsunagu.groups.entry.Field;
import tsunagu.groups.entry.Group;
import tsunagu.groups.entry.State;
import tsunagu.groups.file.Batch.Kind;
import tsunagu.groups.file.Batch.Row;
import tsunagu.tables.Table;
import tsunagu.text.Folding;

/** The reading of one file: each row beside what is known already. */
final class Reading {
    private static final int LONGEST_ID = 120;

    private final Layout layout;
    private final ContentReader reader;
    private final String municipality;
    private final Map<String, Group> byId = new HashMap<>();
    private final Map<String, Group> byName = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    Reading(Layout layout, ContentReader reader, String municipality, List<Group> known) {
        this.layout = layout;
        this.reader = reader;
        this.municipality = municipality;
        known.forEach(group -> {
            byId.put(group.exportId(), group);
            byName.putIfAbsent(
                    key(group.content().name(), group.content().kind().label()), group);
        });
    }

    List<Row> read(Table table) {
        var rows = new ArrayList<Row>();
        for (Table.Row row : table.rows()) rows.add(row(row));
        return rows;
    }

    private Row row(Table.Row row) {
        Map<Field, String> texts = layout.texts(row);
        String id = layout.id(row);
        Optional<Group> known = known(id, texts);
        known.ifPresent(group -> {
            for (Field field : Field.values()) {
                if (!layout.fields().contains(field)) texts.put(field, field.of(group.content()));
            }
        });
        ContentReader.Read read = reader.read(texts, municipality);
        Optional<State> state = state(row, known);
        String reason = reason(row, id, texts, read, state);
        State to = state.orElse(State.PUBLISHED);
        if (!reason.isEmpty()) {
            return new Row(row.line(), Kind.BAD, id, Optional.empty(), Optional.empty(), to, read.content(), reason);
        }
        Kind kind = known.map(group ->
                        group.content().equals(read.content()) && group.state() == to ? Kind.UNCHANGED : Kind.CHANGED)
                .orElse(Kind.NEW);
        return new Row(row.line(), kind, id, known.map(Group::id), known.map(Group::revision), to, read.content(), "");
    }

    /** By id; without one, by name and kind, so that a file without ids doubles nothing either. */
    private Optional<Group> known(String id, Map<Field, String> texts) {
        if (!id.isEmpty()) return Optional.ofNullable(byId.get(id));
        return Optional.ofNullable(
                byName.get(key(texts.getOrDefault(Field.NAME, ""), texts.getOrDefault(Field.KIND, ""))));
    }

    private static Optional<State> state(Table.Row row, Optional<Group> known) {
        String written = row.text(Layout.STATE).strip();
        if (written.isEmpty()) return Optional.of(known.map(Group::state).orElse(State.PUBLISHED));
        return State.find(written);
    }

    private String reason(
            Table.Row row, String id, Map<Field, String> texts, ContentReader.Read read, Optional<State> state) {
        if (!row.fault().isEmpty()) return row.fault();
        var reasons = new ArrayList<String>();
        if (texts.getOrDefault(Field.NAME, "").isBlank() && id.isEmpty()) return "名前もIDもありません。表の下の注記なら、そのままでかまいません。";
        if (id.length() > LONGEST_ID) reasons.add("ID：長すぎます。");
        if (id.matches("(?i).*[0-9]\\.[0-9]+E\\+?[0-9]+")) {
            reasons.add("ID：「" + id + "」は、表計算ソフトが変えた形です。セルを文字列にして、元のIDを入れ直してください。");
        }
        if (Group.ownId(id).isPresent() && !byId.containsKey(id))
            reasons.add("ID：「" + id + "」は登録されていません。新しいものならIDを空にしてください。");
        String self = id.isEmpty() ? key(texts.getOrDefault(Field.NAME, ""), texts.getOrDefault(Field.KIND, "")) : id;
        if (!seen.add(self)) reasons.add(id.isEmpty() ? "同じ名前・種別の行が2つあります。IDを付けてください。" : "ID：「" + id + "」の行が2つあります。");
        if (state.isEmpty()) reasons.add("状態：「公開中」「下書き」「取り下げ」のどれかにしてください。");
        for (Field field : Field.values()) {
            Optional.ofNullable(read.problems().get(field)).ifPresent(says -> reasons.add(field.label() + "：" + says));
        }
        return String.join(" ", reasons);
    }

    private static String key(String name, String kind) {
        String called =
                tsunagu.groups.entry.Kind.find(kind.strip()).map(Enum::name).orElse(kind);
        return Folding.name(name) + "\n" + called;
    }
}
