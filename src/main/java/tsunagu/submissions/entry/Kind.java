package tsunagu.submissions.entry;

import java.util.Locale;
import java.util.Optional;

/** What a submission tells of. */
public enum Kind {
    EVENT("行事"),
    GROUP("団体・場所");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** {@code event}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its key; empty for anything else. */
    public static Optional<Kind> findByKey(String key) {
        for (Kind kind : values()) if (kind.key().equals(key)) return Optional.of(kind);
        return Optional.empty();
    }
}
