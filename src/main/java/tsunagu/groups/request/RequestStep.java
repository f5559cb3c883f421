package tsunagu.groups.request;

import java.util.Locale;

/** What a resident is being asked. */
public enum RequestStep {
    CONSENT,
    CALLED,
    REACH,
    CONFIRM;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RequestStep of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
