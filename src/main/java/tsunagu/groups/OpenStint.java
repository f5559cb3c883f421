package tsunagu.groups;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;

/**
 * A small one-off job as residents may be told of it.
 *
 * @param group name of the group that asks, may be empty
 * @param area empty for all of the municipality
 * @param startsAt in the town's time
 * @param needed how many people are wanted
 * @param left how many of them are still missing; 0 where all have been found
 * @param past whether it has begun
 * @param postedOn when it was last written
 */
public record OpenStint(
        long id,
        MunicipalityId municipality,
        String title,
        String notes,
        String group,
        Optional<AreaId> area,
        LocalDateTime startsAt,
        int minutes,
        String place,
        int needed,
        int left,
        boolean past,
        LocalDate postedOn) {}
