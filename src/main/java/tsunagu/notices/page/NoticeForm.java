package tsunagu.notices.page;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.notices.notice.Field;
import tsunagu.notices.notice.Notice;

/**
 * The form, as it is shown.
 *
 * @param notice empty for one that is new
 * @param revision as the clerk saw it, 0 for a new one
 * @param texts as typed
 * @param theirs what a colleague has saved meanwhile, by field
 */
public record NoticeForm(
        Optional<Notice> notice,
        String municipality,
        long revision,
        Map<Field, String> texts,
        Map<Field, String> problems,
        Map<Field, String> theirs) {

    public static NoticeForm fresh(String municipality, Map<Field, String> texts) {
        return new NoticeForm(Optional.empty(), municipality, 0, texts, Map.of(), Map.of());
    }

    public static NoticeForm of(Notice notice, Map<Field, String> texts) {
        return new NoticeForm(Optional.of(notice), notice.municipality(), notice.revision(), texts, Map.of(), Map.of());
    }

    public NoticeForm wrong(Map<Field, String> typed, Map<Field, String> what) {
        return new NoticeForm(notice, municipality, revision, typed, what, Map.of());
    }

    /** The colleague's revision is the one to save upon next, now that the clerk has seen it. */
    public NoticeForm conflict(Map<Field, String> typed) {
        var differing = new EnumMap<Field, String>(Field.class);
        texts.forEach((field, text) -> {
            if (!text.equals(typed.getOrDefault(field, ""))) differing.put(field, text);
        });
        return new NoticeForm(notice, municipality, revision, typed, Map.of(), differing);
    }

    /** The fields as they were sent; a box that is not ticked is not sent. */
    public static Map<Field, String> sent(Map<String, String> sent, List<String> areas) {
        var texts = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) texts.put(field, sent.getOrDefault(field.key(), ""));
        texts.put(Field.AREAS, String.join(";", areas));
        return texts;
    }

    public String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    public boolean isFor(String area) {
        return Arrays.asList(text(Field.AREAS).split(";")).contains(area);
    }

    /** Empty if nothing is wrong. */
    public String problem(Field field) {
        return problems.getOrDefault(field, "");
    }

    /** Null for a good field: the attribute is left out. */
    public String invalid(Field field) {
        return problems.containsKey(field) ? "true" : null;
    }

    /** Whether it goes to exactly those who got another. */
    public boolean isCorrection() {
        return notice.flatMap(Notice::corrects).isPresent();
    }
}
