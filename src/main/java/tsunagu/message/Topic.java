package tsunagu.message;

import java.util.Locale;

/** What a reply is about. */
public enum Topic {
    AREA,
    NETWORK,
    EVENTS,
    JOIN,
    GROUPS,
    FAQ,
    SMALLTALK,
    URGENT,
    OTHER;

    /** {@code smalltalk}, as the JSON door writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
