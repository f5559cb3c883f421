package tsunagu.staff;

import java.util.Locale;
import java.util.Optional;

/** What a member of staff may do; each role may do all that the ones before it may. */
public enum Role {
    /** Reads everything of their municipality. */
    VIEWER("閲覧", "見るだけ"),
    /** Writes drafts, and works on questions. */
    EDITOR("編集", "下書きを作り、質問に対応する"),
    /** Publishes and withdraws what residents see. */
    APPROVER("承認", "住民に見せる内容を公開する"),
    /** Invites staff, changes what they may do, and reads the trail. */
    ADMINISTRATOR("管理", "職員を招待し、権限を決める");

    private final String label;
    private final String meaning;

    Role(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** 「編集」. */
    public String label() {
        return label;
    }

    /** 「下書きを作り、質問に対応する」: what it adds. */
    public String meaning() {
        return meaning;
    }

    /** As it is stored, and sent by forms: {@code editor}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** By its key; empty for anything else. */
    public static Optional<Role> findByKey(String key) {
        for (Role role : values()) if (role.key().equals(key)) return Optional.of(role);
        return Optional.empty();
    }
}
