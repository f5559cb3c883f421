package tsunagu.desk;

import io.micronaut.core.annotation.Nullable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a form sent. */
public final class Sent {
    private static final int LONGEST_REASON = 500;

    private Sent() {}

    /** The fields as they arrive, each with its first text: one that was sent several times is a list. */
    public static Map<String, String> texts(Map<String, Object> body) {
        return body.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> list(body, field.getKey()).stream().findFirst().orElse("")));
    }

    /** All texts of a field. */
    public static List<String> list(Map<String, Object> body, String key) {
        Object value = body.get(key);
        if (value == null) return List.of();
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** The revision of what the form stood on, in its field {@code revision}; -1, which nothing has, for none. */
    public static long revision(Map<String, String> sent) {
        return revision(sent.get("revision"));
    }

    /** The same of the field's text. */
    public static long revision(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    /** Why a step was taken, in its field {@code reason}: at most 500 characters, may be empty. */
    public static String reason(Map<String, String> sent) {
        String reason = sent.getOrDefault("reason", "").strip();
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }
}
