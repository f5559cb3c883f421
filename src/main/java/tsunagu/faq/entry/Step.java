package tsunagu.faq.entry;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tsunagu.staff.Role;

/** What may be done with an entry, from which state, to which, and by whom: the one table of an entry's life. */
public enum Step {
    SAVE("下書きを保存", EnumSet.allOf(State.class), State.DRAFT, Optional.of(Role.EDITOR)),
    SUBMIT("確認に出す", EnumSet.of(State.DRAFT), State.IN_REVIEW, Optional.of(Role.EDITOR)),
    SEND_BACK("差し戻す", EnumSet.of(State.IN_REVIEW, State.APPROVED), State.DRAFT, Optional.of(Role.APPROVER)),
    APPROVE("承認する", EnumSet.of(State.IN_REVIEW), State.APPROVED, Optional.of(Role.APPROVER)),
    PUBLISH("公開する", EnumSet.of(State.APPROVED), State.PUBLISHED, Optional.of(Role.APPROVER)),
    /** What {@link #PUBLISH} is where the entry's time is still to come. */
    SCHEDULE("公開を予約する", EnumSet.of(State.APPROVED), State.SCHEDULED, Optional.of(Role.APPROVER)),
    WITHDRAW("取り下げる", EnumSet.complementOf(EnumSet.of(State.WITHDRAWN)), State.WITHDRAWN, Optional.of(Role.APPROVER)),
    BEGIN("公開開始", EnumSet.of(State.SCHEDULED), State.PUBLISHED, Optional.empty()),
    EXPIRE("期限切れ", EnumSet.of(State.PUBLISHED), State.EXPIRED, Optional.empty());

    private final String label;
    private final Set<State> from;
    private final State to;
    private final Optional<Role> by;

    Step(String label, Set<State> from, State to, Optional<Role> by) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** 「承認する」. */
    public String label() {
        return label;
    }

    /** As it is sent by forms: {@code send-back}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its key; empty for anything else. */
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

    /** The least role; empty for what only time does. */
    public Optional<Role> by() {
        return by;
    }
}
