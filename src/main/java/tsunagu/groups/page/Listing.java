package tsunagu.groups.page;

import java.time.LocalDate;
import java.util.List;
import tsunagu.groups.entry.Filter;
import tsunagu.groups.entry.Group;

/**
 * A page of the list.
 *
 * @param count of all pages together
 * @param stale how many, of those residents are told, nobody has confirmed for 18 months
 */
public record Listing(Filter filter, List<Line> lines, long count, int pages, long stale, LocalDate today) {

    /** @param areas by name */
    public record Line(Group group, String areas, boolean stale) {}
}
