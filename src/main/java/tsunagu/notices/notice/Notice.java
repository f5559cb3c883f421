package tsunagu.notices.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A notice, from its first draft to its report.
 *
 * @param revision grows with every change
 * @param corrects the notice whose recipients get this one
 * @param overruled why it was sent though its source was old; else empty
 * @param outgoing where it goes out from; empty before, and in training
 * @param rehearsed of a training: how many it would have gone to
 */
public record Notice(
        long id,
        String municipality,
        State state,
        long revision,
        Content content,
        Optional<Long> corrects,
        UUID editedBy,
        String editedName,
        Instant editedAt,
        Optional<Signed> approved,
        Optional<Signed> sent,
        String overruled,
        Optional<Long> outgoing,
        int rehearsed) {

    /** Who took a step, and when. */
    public record Signed(String name, Instant at) {}

    /** Where it is in its life. What becomes of it once it is sent, the outbox knows. */
    public enum State {
        DRAFT("下書き"),
        REVIEW("確認待ち"),
        APPROVED("承認済み"),
        SENT("送信"),
        WITHDRAWN("取り下げ");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it is stored. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> find(String key) {
            return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }
}
