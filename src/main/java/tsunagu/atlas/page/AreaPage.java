package tsunagu.atlas.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;
import tsunagu.areas.Place;
import tsunagu.atlas.map.MapPicture;

/** The public page of a municipality's areas: the map, what lies where somebody pointed, and each area in words. */
public record AreaPage(Municipality municipality, Optional<MapPicture> picture, Optional<Pin> pin, List<Line> areas) {

    /** Where somebody pointed, and what lies there by the map. */
    public record Pin(double latitude, double longitude, Optional<Fact<Place>> place) {}

    /**
     * An area.
     *
     * @param network with its nickname
     */
    public record Line(String id, String name, String network, String towns, String schools, String sources) {}

    public static AreaPage of(Municipality municipality, Optional<MapPicture> picture, Optional<Pin> pin) {
        return new AreaPage(
                municipality,
                picture,
                pin,
                municipality.areas().stream().map(AreaPage::line).toList());
    }

    private static Line line(Area area) {
        String nickname =
                area.network().nickname().map(one -> "（愛称：" + one.value() + "）").orElse("");
        List<Area.Town> towns = area.towns().map(Fact::value).orElse(List.of());
        return new Line(
                area.id().value(),
                area.name(),
                area.network().name().value() + nickname,
                towns.stream().map(Area.Town::name).collect(Collectors.joining("、")),
                area.schools().stream().map(Area.School::name).collect(Collectors.joining("、")),
                area.towns()
                        .map(AreaPage::sources)
                        .orElseGet(() -> sources(area.network().name())));
    }

    /** What says so, once each. */
    public static String sources(Fact<?> fact) {
        return fact.evidence().stream()
                .map(evidence -> switch (evidence) {
                    case Fact.Quoted quoted ->
                        quoted.citation().document().titleWithStatus() + " "
                                + quoted.citation().document().publishedWording();
                    case Fact.OutsidePage page -> page.publisher() + "「" + page.title() + "」" + page.published();
                    case Fact.Derived derived -> derived.reason();
                })
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** 「青嵐中の通学区域」, empty where the map does not tell. */
    public String placeOfPin() {
        return pin.flatMap(Pin::place)
                .map(Fact::value)
                .map(place -> place.name() + (place instanceof Place.AtSchool ? "の通学区域" : ""))
                .orElse("");
    }

    /** 「北東部」 for the pin, empty where the map does not tell. */
    public Optional<String> areaOfPin() {
        return pin.flatMap(Pin::place)
                .flatMap(fact -> fact.value().area())
                .flatMap(municipality::findArea)
                .map(Area::name);
    }
}
