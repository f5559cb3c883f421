package tsunagu.submissions.entry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a submission has come. */
public enum State {
    /** Its sender is still being asked; staff do not see it. */
    DRAFT("途中"),
    NEW("新しい"),
    /** Something about it is doubtful: staff look at it apart from the others. */
    HELD("確認が必要"),
    /** Staff have made a draft of it. */
    TAKEN("引き受けた"),
    PUBLISHED("公開した"),
    DECLINED("見送った"),
    /** Its sender has taken it back; what it said is gone. */
    WITHDRAWN("取り下げ");

    /** Those staff see, in the order their tabs stand. */
    public static final List<State> SHOWN = List.of(NEW, HELD, TAKEN, PUBLISHED, DECLINED, WITHDRAWN);

    private final String label;

    State(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it is stored: {@code published}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether staff have not yet begun with it. */
    public boolean isWaiting() {
        return this == NEW || this == HELD;
    }

    public static Optional<State> findByKey(String key) {
        for (State state : values()) if (state.key().equals(key)) return Optional.of(state);
        return Optional.empty();
    }
}
