package tsunagu.groups.stint;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import tsunagu.groups.entry.State;

/**
 * A small one-off job.
 *
 * @param group id of the group that asks for help
 * @param area id, empty for all of the municipality
 * @param startsAt in the town's time
 * @param needed how many people are wanted
 * @param revision grows with every change, 0 for one that is new
 */
public record Stint(
        long id,
        String municipality,
        Optional<Long> group,
        String title,
        String notes,
        String area,
        LocalDateTime startsAt,
        int minutes,
        String place,
        int needed,
        State state,
        long revision,
        String editedName,
        Instant editedAt) {}
