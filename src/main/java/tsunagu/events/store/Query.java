package tsunagu.events.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.events.entry.Audience;

/**
 * Which times are looked for.
 *
 * @param areas ids, whose events come first; then those of the whole municipality, then the others
 * @param free only what costs nothing
 */
public record Query(
        String municipality,
        List<String> areas,
        LocalDate from,
        LocalDate to,
        boolean free,
        Optional<Audience> audience,
        int most) {}
