package tsunagu.atlas.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.areas.Area;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipalities.DrawnPlace;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.documents.DocumentLibrary;

/** A map can be read: no name on another, none left out, and what says where the borders are. */
class MapPictureTest {
    private static final LocalDate DAY = LocalDate.of(2027, 4, 1);
    private static final Municipality TOWN = Municipalities.read(
                    Path.of("config"), DocumentLibrary.read(Path.of("seeds")))
            .getMunicipality(new MunicipalityId("machida"));

    /** The areas side by side, each as wide and tall as given, in degrees. */
    private static List<DrawnPlace> columns(double width, double height) {
        var shapes = new ArrayList<DrawnPlace>();
        double west = 139.4;
        for (Area area : TOWN.areas()) {
            double east = west + width;
            double[][] ring = {{west, 35.5}, {east, 35.5}, {east, 35.5 + height}, {west, 35.5 + height}, {west, 35.5}};
            Place place = new Place.OfArea(area.id(), area.name());
            var fact = area.network().name().basis().of(place);
            shapes.add(new DrawnPlace(fact, List.of(List.<double[][]>of(ring))));
            west = east;
        }
        return shapes;
    }

    private static Rectangle2D box(MapPicture.Label label) {
        double width = label.text().length() * label.size();
        return new Rectangle2D.Double(label.x() - width / 2, label.y() - label.size() / 2, width, label.size());
    }

    private static void isReadable(MapPicture picture) {
        List<Rectangle2D> boxes =
                picture.labels().stream().map(MapPictureTest::box).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j)))
                        .as("%s %s", picture.labels().get(i), picture.labels().get(j))
                        .isFalse();
            }
        }
        for (Area area : TOWN.areas()) {
            boolean told =
                    picture.labels().stream().anyMatch(label -> label.text().equals(area.name()))
                            || picture.legend().stream().anyMatch(line -> line.endsWith(area.name()));
            assertThat(told).as(area.name()).isTrue();
        }
        assertThat(String.join("", picture.notes())).contains("2027年4月1日", "machida-shiren.com");
    }

    @Test
    void names_keep_clear_of_each_other_or_stand_below_by_their_number() {
        MapPicture roomy = MapPicture.of(TOWN, columns(0.05, 0.5), DAY).orElseThrow();
        isReadable(roomy);
        MapPicture flat = MapPicture.of(TOWN, columns(0.05, 0.01), DAY).orElseThrow();
        isReadable(flat);
        assertThat(flat.legend()).isNotEmpty();
        assertThat(flat.height()).isGreaterThan(flat.mapHeight() + flat.legend().size() * Lines.STEP);
    }

    @Test
    void what_lies_south_and_west_is_drawn_below_and_left() {
        MapPicture picture = MapPicture.of(TOWN, columns(0.05, 0.5), DAY).orElseThrow();
        assertThat(picture.projection().x(139.5))
                .isGreaterThan(picture.projection().x(139.4));
        assertThat(picture.projection().y(35.5))
                .isGreaterThan(picture.projection().y(35.6));
        assertThat(picture.regions())
                .hasSize(TOWN.areas().size())
                .allSatisfy(region -> assertThat(region.path()).startsWith("M").endsWith("Z"));
    }

    @Test
    void without_a_shape_there_is_no_map() {
        assertThat(MapPicture.of(TOWN, List.of(), DAY)).isEmpty();
    }
}
