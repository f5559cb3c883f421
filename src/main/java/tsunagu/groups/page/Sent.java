package tsunagu.groups.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A form's fields as they arrive: one that was sent several times is a list. */
final class Sent {
    private Sent() {}

    static Map<String, String> texts(Map<String, Object> body) {
        return body.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> list(body, field.getKey()).stream().findFirst().orElse("")));
    }

    static List<String> list(Map<String, Object> body, String key) {
        Object value = body.get(key);
        if (value == null) return List.of();
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
