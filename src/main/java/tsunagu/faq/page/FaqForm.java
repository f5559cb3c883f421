package tsunagu.faq.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.faq.entry.Content;
import tsunagu.faq.entry.ContentReader;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Field;

/**
 * The editor's form, as it is shown.
 *
 * @param faq empty for an entry that is new
 * @param revision of the entry as the clerk saw it, 0 for a new one
 * @param theirs what a colleague has saved meanwhile, beside what was sent
 * @param question id of the group of unanswered questions it is to answer, may be empty
 */
public record FaqForm(
        Optional<Faq> faq,
        String municipality,
        long revision,
        Content content,
        Map<Field, String> problems,
        List<Side> theirs,
        String question) {

    public static FaqForm fresh(String municipality, Content content, String question) {
        return new FaqForm(Optional.empty(), municipality, 0, content, Map.of(), List.of(), question);
    }

    public static FaqForm of(Faq faq) {
        return new FaqForm(
                Optional.of(faq), faq.municipality(), faq.revision(), faq.content(), Map.of(), List.of(), "");
    }

    public static FaqForm wrong(
            Optional<Faq> faq, String municipality, long revision, ContentReader.Read read, String question) {
        return new FaqForm(faq, municipality, revision, read.content(), read.problems(), List.of(), question);
    }

    /** The colleague's revision is the one to save upon next, now that the clerk has seen it. */
    public static FaqForm conflict(Faq theirs, Content mine) {
        return new FaqForm(
                Optional.of(theirs),
                theirs.municipality(),
                theirs.revision(),
                mine,
                Map.of(),
                Side.changed(theirs.content(), mine),
                "");
    }

    /** The fields as they were sent. */
    public static Map<Field, String> texts(Map<String, String> sent) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) texts.put(field, sent.getOrDefault(field.key(), ""));
        return texts;
    }

    public String text(Field field) {
        return field.of(content);
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
