package tsunagu.atlas.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.Area;
import tsunagu.areas.AreaId;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities.DrawnPlace;
import tsunagu.areas.Municipality;
import tsunagu.areas.Place;

/**
 * A picture of a municipality's areas, in pixels, for any way to paint it.
 *
 * @param labels none covers another
 * @param legend names that found no room, by the number that stands on the map
 * @param notes what says where the borders are, and of which day the picture is
 */
public record MapPicture(
        String title,
        int width,
        int height,
        List<Region> regions,
        List<Label> labels,
        List<String> legend,
        List<String> notes,
        Projection projection) {
    public static final int WIDTH = 960;

    private static final List<String> COLORS =
            List.of("#CFE8D5", "#FBE3B8", "#D6E1F7", "#F6D5D5", "#E6DAF2", "#D2ECEE", "#EFEBC0", "#F3DCC8", "#EDEDED");
    /** The last colour is for what has no area. */
    private static final int TINTS = COLORS.size() - 1;

    private static final int LONGEST_NOTE = 38;

    public MapPicture {
        regions = List.copyOf(regions);
        labels = List.copyOf(labels);
        legend = List.copyOf(legend);
        notes = List.copyOf(notes);
    }

    /**
     * A shape.
     *
     * @param area id of its area within the municipality, empty where it has none
     * @param tint from 0 to 7; 8 for one without an area
     * @param rings outer ones and holes, x and y of each point; what lies within an odd number of them is inside
     */
    public record Region(String name, String area, int tint, List<double[][]> rings) {
        public Region {
            rings = List.copyOf(rings);
        }

        /** As SVG writes it. */
        public String path() {
            var path = new StringBuilder();
            for (double[][] ring : rings) {
                for (int i = 0; i < ring.length; i++) {
                    path.append(i == 0 ? 'M' : 'L');
                    path.append(Math.round(ring[i][0] * 10) / 10.0).append(' ');
                    path.append(Math.round(ring[i][1] * 10) / 10.0);
                }
                path.append('Z');
            }
            return path.toString();
        }
    }

    /** A name, its middle, and the size of its letters. */
    public record Label(String text, double x, double y, double size) {}

    /** A colour as web pages write it, light enough to carry dark letters 7 to 1. */
    public static String tint(int number) {
        return COLORS.get(number);
    }

    /** Where to draw the lines of the legend and the notes, from the foot of the map down. */
    public int mapHeight() {
        return projection.height();
    }

    /** Empty where no shape is known. */
    public static Optional<MapPicture> of(Municipality municipality, List<DrawnPlace> shapes, LocalDate day) {
        List<DrawnPlace> drawn = layer(shapes);
        if (drawn.isEmpty()) return Optional.empty();
        var projection = Projection.of(drawn, WIDTH);
        List<String> areas =
                municipality.areas().stream().map(area -> area.id().value()).toList();
        List<Region> regions = drawn.stream()
                .map(one -> region(one, areas, projection))
                .filter(region -> !region.rings().isEmpty())
                .toList();
        Map<String, List<double[][]>> byArea = new LinkedHashMap<>();
        for (Region region : regions) {
            if (region.area().isEmpty()) continue;
            byArea.computeIfAbsent(region.area(), _ -> new ArrayList<>()).addAll(region.rings());
        }
        var labelling = new Labelling(projection.width(), projection.height());
        byArea.entrySet().stream()
                .sorted(Comparator.comparingDouble(one -> Labelling.extent(one.getValue())))
                .forEach(one -> labelling.add(name(municipality, one.getKey()), one.getValue()));
        List<String> notes = notes(drawn, day);
        int height = projection.height() + Lines.height(labelling.legend().size() + notes.size());
        return Optional.of(new MapPicture(
                municipality.name() + "の地区",
                projection.width(),
                height,
                regions,
                labelling.labels(),
                labelling.legend(),
                notes,
                projection));
    }

    private static String name(Municipality municipality, String area) {
        return municipality
                .findArea(new AreaId(municipality.id(), area))
                .map(Area::name)
                .orElse(area);
    }

    /** Areas where they are drawn themselves, else towns, else the larger of the school districts. */
    private static List<DrawnPlace> layer(List<DrawnPlace> shapes) {
        return Stream.<List<DrawnPlace>>of(
                        shapes.stream()
                                .filter(one -> one.place().value() instanceof Place.OfArea)
                                .toList(),
                        shapes.stream()
                                .filter(one -> one.place().value() instanceof Place.InTown)
                                .toList(),
                        ofLevel(shapes, Area.School.Level.JUNIOR_HIGH),
                        ofLevel(shapes, Area.School.Level.ELEMENTARY))
                .filter(layer -> !layer.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<DrawnPlace> ofLevel(List<DrawnPlace> shapes, Area.School.Level level) {
        return shapes.stream()
                .filter(one -> one.place().value() instanceof Place.AtSchool school
                        && school.school().level() == level)
                .toList();
    }

    private static Region region(DrawnPlace drawn, List<String> areas, Projection projection) {
        Place place = drawn.place().value();
        String area = place.area().map(AreaId::value).orElse("");
        int index = areas.indexOf(area);
        List<double[][]> rings = drawn.polygons().stream()
                .flatMap(List::stream)
                .flatMap(ring -> projection.ring(ring).stream())
                .toList();
        return new Region(place.name(), area, index < 0 ? TINTS : index % TINTS, rings);
    }

    private static List<String> notes(List<DrawnPlace> drawn, LocalDate day) {
        List<String> sources = drawn.stream()
                .flatMap(one -> one.place().evidence().stream())
                .distinct()
                .map(MapPicture::note)
                .toList();
        var notes = new ArrayList<String>();
        notes.add(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日の区域。境界はおおよその位置です。");
        sources.forEach(source -> notes.addAll(Lines.wrapped("境界の出典：" + source, LONGEST_NOTE)));
        return notes;
    }

    private static String note(Fact.Evidence evidence) {
        return switch (evidence) {
            case Fact.Quoted quoted ->
                quoted.citation().document().publisher() + "「"
                        + quoted.citation().document().titleWithStatus() + "」"
                        + quoted.citation().document().publishedWording();
            case Fact.OutsidePage page -> page.publisher() + "「" + page.title() + "」" + page.published();
            case Fact.Derived derived -> derived.reason();
        };
    }
}
