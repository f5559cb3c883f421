package tsunagu.faq.entry;

import java.util.Locale;
import java.util.Optional;

/** Where an entry stands, by its newest version; residents may still be told an earlier one. */
public enum State {
    DRAFT("下書き"),
    IN_REVIEW("確認待ち"),
    APPROVED("承認済み"),
    /** Approved, and published by itself when its time comes. */
    SCHEDULED("公開予定"),
    PUBLISHED("公開中"),
    EXPIRED("期限切れ"),
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
