package tsunagu.groups.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A group or place that is kept.
 *
 * @param fileId what files call it; empty for what staff entered
 * @param revision grows with every change
 */
public record Group(
        long id,
        String municipality,
        Optional<String> fileId,
        State state,
        long revision,
        Content content,
        String editedName,
        Instant editedAt) {

    private static final int MONTHS_UNTIL_STALE = 18;
    private static final String OWN = "tsunagu-";

    /** Whether nobody has confirmed it for 18 months. */
    public boolean isStale(LocalDate today) {
        return content.confirmedOn()
                .filter(day -> !day.isBefore(freshSince(today)))
                .isEmpty();
    }

    /** What is confirmed on this day or later is fresh. */
    public static LocalDate freshSince(LocalDate today) {
        return today.minusMonths(MONTHS_UNTIL_STALE);
    }

    /** What a file calls it that is written now. */
    public String exportId() {
        return fileId.orElse(OWN + id);
    }

    /** The id in {@link #exportId} of one that staff entered. */
    public static Optional<Long> ownId(String fileId) {
        String number = fileId.startsWith(OWN) ? fileId.substring(OWN.length()) : "";
        return number.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }
}
