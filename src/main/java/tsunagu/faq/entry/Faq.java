package tsunagu.faq.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry at one moment.
 *
 * @param revision grows with every change; who changes it must name the one they saw
 * @param version number of {@code content}, from 1
 * @param live the version residents are told, if any
 * @param editedBy who wrote the version; empty for one the clock or an import made
 * @param approvedName who approved the version
 * @param told how often residents were told it
 */
public record Faq(
        long id,
        String municipality,
        State state,
        long revision,
        int version,
        Optional<Integer> live,
        Content content,
        Optional<UUID> editedBy,
        String editedName,
        Instant editedAt,
        Optional<String> approvedName,
        Optional<Instant> approvedAt,
        long told) {

    /** Residents are told an earlier version than the newest. */
    public boolean isLiveBehind() {
        return live.filter(one -> one != version).isPresent();
    }

    /**
     * A version as it was saved.
     *
     * @param note why it was made, where not by typing; may be empty
     */
    public record Version(
            int number,
            Content content,
            String editedName,
            Instant editedAt,
            String note,
            Optional<Instant> approvedAt) {}

    /** The version residents are told. */
    public record Live(
            long id, String municipality, Content content, Optional<Instant> approvedAt, Optional<Instant> until) {}

    /**
     * A line of a list.
     *
     * @param daysOverdue days past the review date, 0 or less where it is not past
     */
    public record Line(
            long id,
            String municipality,
            State state,
            boolean live,
            String question,
            String owner,
            String editedName,
            Instant editedAt,
            long told,
            long daysOverdue) {

        /** How much an answer that is out of date may have done: times told × days overdue. */
        public long damage() {
            return Math.max(0, daysOverdue) * told;
        }
    }
}
