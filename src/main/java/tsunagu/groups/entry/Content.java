package tsunagu.groups.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is written of a group or place. Texts are without space around them and empty where nothing is known.
 *
 * @param reading in katakana, as open data has it
 * @param areas ids of the areas it is in or for, empty for all of the municipality
 * @param what it does, or what a place offers
 * @param joining how one begins
 * @param takesRequests whether residents may ask to join through the assistant
 * @param keywords by which it is found besides
 * @param confirmedOn when somebody last made sure that all of this is so
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Content(
        String name,
        String reading,
        Kind kind,
        List<String> areas,
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
        Origin origin) {

    public Content {
        areas = List.copyOf(areas);
        keywords = List.copyOf(keywords);
    }

    /** Where it meets, or is. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Venue(String name, String address, Optional<Point> point) {}

    /** Degrees of latitude and longitude. */
    @Serdeable
    public record Point(double latitude, double longitude) {}

    /** Whom to call or write; each only told to residents where that was allowed. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Contact(Detail name, Detail telephone, Detail mail, Detail form) {

        public Stream<Detail> details() {
            return Stream.of(name, telephone, mail, form);
        }
    }

    /**
     * One way to reach somebody.
     *
     * @param shown whether residents may be told
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Detail(String value, boolean shown) {

        /** What residents may be told. */
        public Optional<String> told() {
            return Optional.of(value).filter(any -> shown && !any.isEmpty());
        }
    }

    /** What says all this: a page or a form the group handed in. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Origin(String title, String address) {}

    /** The same, confirmed. */
    public Content confirmedOn(LocalDate day) {
        return new Content(
                name,
                reading,
                kind,
                areas,
                what,
                when,
                venue,
                forWhom,
                fee,
                joining,
                contact,
                takesRequests,
                keywords,
                homepage,
                Optional.of(day),
                origin);
    }
}
