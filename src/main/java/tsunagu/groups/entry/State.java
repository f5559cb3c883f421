package tsunagu.groups.entry;

import java.util.Locale;
import java.util.Optional;

/** Whether residents are told of a group. */
public enum State {
    DRAFT("下書き"),
    PUBLISHED("公開中"),
    WITHDRAWN("取り下げ");

    private final String label;

    State(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it is stored: {@code published}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By key or label; empty for anything else. */
    public static Optional<State> find(String text) {
        for (State state : values()) {
            if (state.key().equals(text) || state.label.equals(text)) return Optional.of(state);
        }
        return Optional.empty();
    }
}
