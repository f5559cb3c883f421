package tsunagu.groups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;

/**
 * A group or a place as residents may be told of it; texts are empty where nothing is known, contacts absent where they
 * may not be told.
 *
 * @param reading in katakana
 * @param kind key of its kind, such as {@code childrens-cafeteria}
 * @param areas empty for all of the municipality
 * @param takesRequests whether one may ask to join through the assistant
 * @param stale whether nobody has confirmed it for 18 months
 */
public record Gathering(
        long id,
        MunicipalityId municipality,
        String name,
        String reading,
        String kind,
        List<AreaId> areas,
        String what,
        String when,
        Venue venue,
        String forWhom,
        String fee,
        String joining,
        Contact contact,
        boolean takesRequests,
        List<String> keywords,
        String homepage,
        Optional<LocalDate> confirmedOn,
        boolean stale,
        String sourceTitle,
        String sourceAddress) {

    /** Where it meets, or is; latitude and longitude in degrees. */
    public record Venue(String name, String address, Optional<Point> point) {}

    /** Degrees. */
    public record Point(double latitude, double longitude) {}

    /** Whom to call or write, as far as residents may be told. */
    public record Contact(
            Optional<String> name, Optional<String> telephone, Optional<String> mail, Optional<String> form) {

        public boolean isEmpty() {
            return Stream.of(telephone, mail, form).allMatch(Optional::isEmpty);
        }
    }
}
