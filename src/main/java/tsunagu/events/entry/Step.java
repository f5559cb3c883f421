package tsunagu.events.entry;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tsunagu.events.entry.Event.State;

/** What may be done with an event besides writing it; by whoever may publish. */
public enum Step {
    PUBLISH("公開する", "行事を公開", EnumSet.of(State.DRAFT, State.WITHDRAWN), State.PUBLISHED),
    CANCEL("中止にする", "行事を中止", EnumSet.of(State.PUBLISHED), State.CANCELLED),
    RESTORE("中止を取り消す", "行事の中止を取り消し", EnumSet.of(State.CANCELLED), State.PUBLISHED),
    WITHDRAW("取り下げる", "行事を取り下げ", EnumSet.of(State.PUBLISHED, State.CANCELLED), State.WITHDRAWN);

    private final String label;
    private final String trail;
    private final Set<State> from;
    private final State to;

    Step(String label, String trail, Set<State> from, State to) {
        this.label = label;
        this.trail = trail;
        this.from = from;
        this.to = to;
    }

    public String label() {
        return label;
    }

    /** 「行事を公開」, as the trail names it. */
    public String trail() {
        return trail;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> findByKey(String key) {
        for (Step step : values()) if (step.key().equals(key)) return Optional.of(step);
        return Optional.empty();
    }

    public boolean isAllowedFrom(State state) {
        return from.contains(state);
    }

    public State to() {
        return to;
    }
}
