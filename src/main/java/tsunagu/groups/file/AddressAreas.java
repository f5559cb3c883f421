package tsunagu.groups.file;

import java.util.Comparator;
import tsunagu.areas.Area;
import tsunagu.areas.Municipality;

/** The area an address lies in, by the longest name of a town in it. */
record AddressAreas(Municipality municipality) {

    /** Empty where no town of an area is named. */
    String areaOf(String address) {
        return municipality.areas().stream()
                .flatMap(area -> area.towns().stream())
                .flatMap(towns -> towns.value().stream())
                .filter(town -> address.contains(town.name()))
                .max(Comparator.comparingInt(town -> town.name().length()))
                .flatMap(Area.Town::area)
                .map(Object::toString)
                .orElse("");
    }
}
