package tsunagu.groups.request;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far a request has come. */
public enum RequestState {
    /** The resident is still being asked; staff do not see it. */
    DRAFT("途中"),
    NEW("新しい"),
    PASSED_ON("伝えた"),
    DONE("済み"),
    WITHDRAWN("取り消し");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it is stored: {@code passed-on}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where staff may take it from here. */
    public Set<RequestState> next() {
        return switch (this) {
            case NEW -> EnumSet.of(PASSED_ON, DONE);
            case PASSED_ON -> EnumSet.of(DONE, NEW);
            case DONE -> EnumSet.of(PASSED_ON);
            case DRAFT, WITHDRAWN -> EnumSet.noneOf(RequestState.class);
        };
    }

    public static Optional<RequestState> findByKey(String key) {
        for (RequestState state : values()) if (state.key().equals(key)) return Optional.of(state);
        return Optional.empty();
    }
}
