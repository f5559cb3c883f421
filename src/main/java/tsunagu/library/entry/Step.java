package tsunagu.library.entry;

import java.util.EnumSet;
import java.util.Set;
import tsunagu.staff.Role;

/** What may be done with a document, from which state, to which, and by whom: the one table of its life. */
public enum Step {
    SAVE("保存", EnumSet.allOf(State.class), State.DRAFT, Role.EDITOR),
    SUBMIT("確認に出す", EnumSet.of(State.DRAFT, State.WITHDRAWN), State.IN_REVIEW, Role.EDITOR),
    SEND_BACK("差し戻す", EnumSet.of(State.IN_REVIEW), State.DRAFT, Role.APPROVER),
    PUBLISH("公開する", EnumSet.of(State.IN_REVIEW), State.PUBLISHED, Role.APPROVER),
    WITHDRAW("取り下げる", EnumSet.complementOf(EnumSet.of(State.WITHDRAWN)), State.WITHDRAWN, Role.APPROVER),
    /** Only what no resident was ever told: what was told stays on record. */
    DELETE("削除する", EnumSet.of(State.DRAFT, State.IN_REVIEW), State.WITHDRAWN, Role.EDITOR);

    private final String label;
    private final Set<State> from;
    private final State to;
    private final Role by;

    Step(String label, Set<State> from, State to, Role by) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** 「公開する」. */
    public String label() {
        return label;
    }

    public boolean isAllowedFrom(State state) {
        return from.contains(state);
    }

    public State to() {
        return to;
    }

    /** The least role. */
    public Role by() {
        return by;
    }
}
