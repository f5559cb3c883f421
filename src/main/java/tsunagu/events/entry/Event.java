package tsunagu.events.entry;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An event as staff keep it.
 *
 * @param revision grows with every change: who saves must have seen the newest
 * @param sample made up to show how it looks; removed by one command
 */
public record Event(
        long id,
        String municipality,
        State state,
        long revision,
        Content content,
        boolean sample,
        boolean picture,
        String editedName,
        Instant editedAt) {

    /** Where it stands. */
    public enum State {
        DRAFT("下書き"),
        PUBLISHED("公開中"),
        /** Still told, as not taking place. */
        CANCELLED("中止（公開中）"),
        WITHDRAWN("取り下げ");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> findByKey(String key) {
            for (State state : values()) if (state.key().equals(key)) return Optional.of(state);
            return Optional.empty();
        }

        /** Whether residents are told of it. */
        public boolean isTold() {
            return this == PUBLISHED || this == CANCELLED;
        }
    }

    public String title() {
        return content.text(Field.TITLE);
    }

    public Days days() {
        return Days.of(content);
    }
}
