package tsunagu.groups;

import java.util.List;
import java.util.Optional;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;

/**
 * What is looked for.
 *
 * @param near the area that comes first
 * @param place a name that an address nearby would have: 「ひばりが丘」; may be empty
 * @param kinds keys of kinds that will do, the best first
 * @param words each of which must stand in the entry, in one of its spellings
 * @param helpful words of which one in the entry makes it fit, whatever its kind
 */
public record GatheringSearch(
        MunicipalityId municipality,
        Optional<AreaId> near,
        String place,
        List<String> kinds,
        List<List<String>> words,
        List<String> helpful) {

    public GatheringSearch {
        kinds = List.copyOf(kinds);
        words = List.copyOf(words);
        helpful = List.copyOf(helpful);
    }
}
