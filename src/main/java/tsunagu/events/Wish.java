package tsunagu.events;

import java.util.List;
import java.util.Optional;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.text.DateRange;

/**
 * What a resident would like to know of.
 *
 * @param areas whose events come first
 * @param when empty for whatever comes next
 * @param free only what costs nothing
 */
public record Wish(
        MunicipalityId municipality,
        List<AreaId> areas,
        Optional<DateRange> when,
        boolean free,
        Optional<ForWhom> forWhom) {
    public Wish {
        areas = List.copyOf(areas);
    }

    /** For whom an event is to be. */
    public enum ForWhom {
        CHILDREN,
        PARENTS,
        ELDERLY
    }

    /** The same on other days. */
    public Wish on(Optional<DateRange> days) {
        return new Wish(municipality, areas, days, free, forWhom);
    }

    /** The same without a wish of what it costs and for whom it is. */
    public Wish whatever() {
        return new Wish(municipality, areas, when, false, Optional.empty());
    }
}
