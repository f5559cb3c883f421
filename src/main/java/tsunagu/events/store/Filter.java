package tsunagu.events.store;

import java.util.Locale;
import java.util.Optional;
import tsunagu.events.entry.Event;

/**
 * Which events a list shows.
 *
 * @param words each must be found, in any order
 * @param page from 0
 */
public record Filter(Optional<String> municipality, Optional<Event.State> state, Time time, String words, int page) {
    /** Events on a page. */
    public static final int PAGE = 50;

    /** When they take place, seen from today. */
    public enum Time {
        COMING("これから"),
        PAST("終わったもの"),
        ALL("すべて");

        private final String label;

        Time(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Those to come where nothing else is asked for. */
        public static Time of(String key) {
            for (Time time : values()) if (time.key().equals(key)) return time;
            return COMING;
        }
    }
}
