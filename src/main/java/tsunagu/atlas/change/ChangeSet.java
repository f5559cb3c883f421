package tsunagu.atlas.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Changes that begin on one day and rest on one source.
 *
 * @param effectiveOn they hold from the first moment of this day, in the towns' time zone
 * @param revision grows with every change of the set
 * @param size how many changes or rows it has
 * @param editedBy empty for what a command has brought
 */
public record ChangeSet(
        long id,
        String municipality,
        Kind kind,
        String title,
        LocalDate effectiveOn,
        State state,
        long revision,
        int size,
        Origin origin,
        Contents contents,
        Optional<UUID> editedBy,
        String editedName,
        Instant editedAt,
        Optional<Approval> approval) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Who approved it, and when. */
    public record Approval(String name, Instant at) {}

    /** What it changes. Of all kinds but the first, the newest set in force stands for all before it. */
    public enum Kind {
        AREAS("区域の変更"),
        TOWNS("町字マスター"),
        POSTCODES("郵便番号"),
        ELEMENTARY_DISTRICTS("小学校の通学区域"),
        JUNIOR_HIGH_DISTRICTS("中学校の通学区域"),
        BORDERS("地区や町の境界");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it is stored: {@code elementary-districts}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> find(String key) {
            return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /** Where it is in its life. */
    public enum State {
        DRAFT("下書き"),
        APPROVED("承認済み"),
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

        static Optional<State> find(String key) {
            return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /** {@code 2027-03-01 09:00}, where the towns are. */
    public static String shown(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }

    public boolean isInForce(LocalDate day) {
        return state == State.APPROVED && !effectiveOn.isAfter(day);
    }

    /** 「予定」 and 「実施中」 for what is approved. */
    public String label(LocalDate today) {
        if (state != State.APPROVED) return state.label();
        return isInForce(today) ? "実施中" : "予定";
    }
}
