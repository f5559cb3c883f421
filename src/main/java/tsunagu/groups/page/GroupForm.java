package tsunagu.groups.page;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.groups.entry.Content;
import tsunagu.groups.entry.ContentReader;
import tsunagu.groups.entry.Field;
import tsunagu.groups.entry.Group;

/**
 * The form, as it is shown.
 *
 * @param group empty for one that is new
 * @param revision as the clerk saw it, 0 for a new one
 * @param differing what a colleague has saved meanwhile
 */
public record GroupForm(
        Optional<Group> group,
        String municipality,
        long revision,
        Content content,
        Map<Field, String> problems,
        List<Differing> differing) {

    /** A field in which a colleague's words differ from the clerk's. */
    public record Differing(String label, String theirs) {}

    public static GroupForm fresh(String municipality, Content content) {
        return new GroupForm(Optional.empty(), municipality, 0, content, Map.of(), List.of());
    }

    public static GroupForm of(Group group) {
        return new GroupForm(
                Optional.of(group), group.municipality(), group.revision(), group.content(), Map.of(), List.of());
    }

    public static GroupForm wrong(Optional<Group> group, String municipality, long revision, ContentReader.Read read) {
        return new GroupForm(group, municipality, revision, read.content(), read.problems(), List.of());
    }

    /** The colleague's revision is the one to save upon next, now that the clerk has seen it. */
    public static GroupForm conflict(Group theirs, Content mine) {
        List<Differing> differing = Arrays.stream(Field.values())
                .filter(field -> !field.of(theirs.content()).equals(field.of(mine)))
                .map(field -> new Differing(field.label(), field.of(theirs.content())))
                .toList();
        return new GroupForm(Optional.of(theirs), theirs.municipality(), theirs.revision(), mine, Map.of(), differing);
    }

    /** The fields as they were sent; a box that is not ticked is not sent. */
    public static Map<Field, String> texts(Map<String, String> sent, List<String> areas) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) texts.put(field, sent.getOrDefault(field.key(), ""));
        texts.put(Field.AREAS, String.join(";", areas));
        return texts;
    }

    public String text(Field field) {
        return field.of(content);
    }

    /** Whether a box is ticked. */
    public boolean ticked(Field field) {
        return field.of(content).equals(Field.YES);
    }

    /** What is wrong with a field; empty if nothing. */
    public String problem(Field field) {
        return problems.getOrDefault(field, "");
    }

    /** Null for a good field: the attribute is left out. */
    public String invalid(Field field) {
        return problems.containsKey(field) ? "true" : null;
    }
}
