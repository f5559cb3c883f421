package tsunagu.notices.outbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the sending of something stands.
 *
 * @param reason why it stopped; {@link Stop#NONE} where it did not
 * @param counts recipients by what became of them; of those without any, 0
 */
public record Progress(
        long id,
        State state,
        Stop reason,
        Instant notBefore,
        Instant notAfter,
        Instant changedAt,
        Map<Recipient, Long> counts) {
    public Progress {
        counts = Map.copyOf(counts);
    }

    /** Of the whole. */
    public enum State {
        SENDING,
        STOPPED,
        DONE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it stopped. */
    public enum Stop {
        NONE(""),
        /** By the button. */
        STAFF("staff"),
        /** The month's messages are used up. */
        QUOTA("quota"),
        /** Too many requests in a row failed. */
        FAILURES("failures"),
        /** LINE takes nothing from this account: its token is wrong. */
        REFUSED("refused");

        private final String wireName;

        Stop(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }

        static Stop of(String wireName) {
            return Stream.of(values())
                    .filter(one -> one.wireName.equals(wireName))
                    .findFirst()
                    .orElse(NONE);
        }
    }

    /** What became of one recipient. */
    public enum Recipient {
        /** Not yet. */
        WAITING,
        /** In a request that is under way. */
        BATCHED,
        SENT,
        /** Did not want it any more when it was sent. */
        OPTED_OUT,
        /** LINE knows nobody of their id any more, or we cannot read it. */
        UNREACHABLE,
        /** LINE refused the request they were in. */
        FAILED,
        /** Has been told as much as a resident may be in a week. */
        CAPPED,
        /** Was too old before it could be sent. */
        STALE,
        /** LINE may have sent it, and can no longer be asked. */
        UNCLEAR;

        /** As it is stored: {@code opted-out}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Recipient> find(String wireName) {
            return Stream.of(values())
                    .filter(one -> one.wireName().equals(wireName))
                    .findFirst();
        }
    }

    public long count(Recipient which) {
        return counts.getOrDefault(which, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those nothing more will happen to. */
    public long ended() {
        return total() - count(Recipient.WAITING) - count(Recipient.BATCHED);
    }

    /** Whether there is still somebody to be told. */
    public boolean isOpen() {
        return state != State.DONE;
    }
}
