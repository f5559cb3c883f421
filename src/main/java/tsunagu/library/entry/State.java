package tsunagu.library.entry;

import java.util.Locale;
import java.util.Optional;

/** Where a document stands, by its newest version; residents may still be told an earlier one. */
public enum State {
    DRAFT("下書き"),
    IN_REVIEW("確認待ち"),
    PUBLISHED("公開中"),
    WITHDRAWN("取り下げ");

    private final String label;

    State(String label) {
        this.label = label;
    }

    /** 「確認待ち」. */
    public String label() {
        return label;
    }

    /** As it is stored and stands in addresses: {@code in-review}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its key; empty for anything else. */
    public static Optional<State> findByKey(String key) {
        for (State state : values()) if (state.key().equals(key)) return Optional.of(state);
        return Optional.empty();
    }
}
