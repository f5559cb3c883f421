package tsunagu.atlas.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.Municipality;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.SetReader;

/**
 * The form of a set of changes, as it is shown.
 *
 * @param set empty for one that is new
 * @param texts by field, as typed
 * @param problems by field
 * @param lines the towns and schools it offers to move
 */
public record SetForm(
        Optional<ChangeSet> set,
        Municipality municipality,
        Map<String, String> texts,
        Map<String, String> problems,
        List<Line> lines,
        List<String[]> documents) {

    /**
     * A town or school, where it lies now, and where it is to lie.
     *
     * @param field as the form sends it
     */
    public record Line(String field, String name, String now, String chosen) {}

    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    /** Those of the table, and those the set speaks of already. */
    public static List<Line> lines(
            TruthTable table, Map<String, String> texts, Optional<String> only, List<String> parts) {
        var lines = new ArrayList<Line>();
        for (TruthTable.Row row : table.rows()) {
            if (row.subject() == TruthTable.Subject.POSTCODE) continue;
            boolean school = row.subject() == TruthTable.Subject.SCHOOL;
            if (school && row.standings().isEmpty()) continue;
            String field = (school ? SetReader.SCHOOL : SetReader.TOWN) + row.name();
            String chosen = texts.getOrDefault(field, "");
            if (chosen.isEmpty()
                    && only.filter(name -> !name.equals(row.name())).isPresent()) continue;
            String now = String.join(
                    "・", row.standings().stream().map(TruthTable.Standing::area).toList());
            lines.add(new Line(field, row.name(), now.isEmpty() ? "なし" : now, chosen));
        }
        for (String part : parts) {
            String field = SetReader.TOWN + part;
            if (lines.stream().noneMatch(line -> line.field().equals(field))) {
                lines.add(new Line(field, part, "町と同じ", texts.getOrDefault(field, "")));
            }
        }
        // A part of a town has no row of its own before it is moved.
        texts.forEach((field, chosen) -> {
            if (chosen.isEmpty() || !field.startsWith(SetReader.TOWN)) return;
            if (lines.stream().noneMatch(line -> line.field().equals(field))) {
                lines.add(new Line(field, field.substring(SetReader.TOWN.length()), "なし", chosen));
            }
        });
        return lines;
    }
}
