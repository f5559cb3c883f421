package tsunagu.submissions.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a resident tells.
 *
 * @param texts by the key of their {@link Field}; nothing blank, no space around
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Content(Map<String, String> texts, When when) {
    public static final Content EMPTY = new Content(Map.of(), When.UNKNOWN);

    public Content {
        var kept = new TreeMap<String, String>();
        texts.forEach((key, text) -> {
            if (!text.isBlank()) kept.put(key, text.strip());
        });
        texts = Map.copyOf(kept);
    }

    /** Empty where nothing was told. */
    public String text(Field field) {
        return texts.getOrDefault(field.key(), "");
    }

    public boolean has(Field field) {
        return texts.containsKey(field.key());
    }

    /** The same with one field changed; an empty text takes it out. */
    public Content with(Field field, String text) {
        var changed = new TreeMap<>(texts);
        changed.put(field.key(), text);
        return new Content(changed, when);
    }

    public Content with(When other) {
        return new Content(texts, other);
    }

    @Override
    public String toString() {
        return "Content[]";
    }
}
