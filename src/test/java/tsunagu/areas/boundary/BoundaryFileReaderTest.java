package tsunagu.areas.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.areas.boundary.BoundaryFile.Feature;
import tsunagu.areas.boundary.BoundaryFile.Feature.Kind;
import tsunagu.areas.file.BrokenMunicipalityFile;

class BoundaryFileReaderTest {
    private static final String SQUARE = "[[139.5,35.7],[139.6,35.7],[139.6,35.8],[139.5,35.8],[139.5,35.7]]";
    private static final String HOLE = "[[139.54,35.74],[139.56,35.74],[139.56,35.76],[139.54,35.76],[139.54,35.74]]";
    private static final String SOURCE = "\"source\":{\"page\":\"p\"},";

    @TempDir
    private Path folder;

    @Test
    void areas_towns_and_the_chome_of_the_statistics_are_read_and_water_is_left_out() {
        BoundaryFile file = read(collection(
                SOURCE,
                feature("\"area\":\"hokutobu\"", "Polygon", "[" + SQUARE + "]"),
                feature("\"town\":\"田無町\"", "MultiPolygon", "[[" + SQUARE + "]]"),
                feature("\"S_NAME\":\"田無町一丁目\",\"CITY_NAME\":\"西東京市\"", "Polygon", "[" + SQUARE + "]"),
                feature("\"S_NAME\":\"新町１２丁目\"", "Polygon", "[" + SQUARE + "]"),
                feature("\"S_NAME\":null", "Polygon", "[" + SQUARE + "]")));

        assertThat(file.features())
                .extracting(Feature::number, Feature::kind, Feature::name)
                .containsExactly(
                        tuple(1, Kind.AREA, "hokutobu"),
                        tuple(2, Kind.TOWN, "田無町"),
                        tuple(3, Kind.TOWN, "田無町"),
                        tuple(4, Kind.TOWN, "新町"));
        assertThat(file.source())
                .singleElement()
                .matches(source -> source.page().equals("p"));
    }

    @Test
    void a_point_is_inside_or_outside_and_a_hole_is_outside() {
        Outline outline = read(collection(
                        SOURCE, feature("\"town\":\"田無町\"", "Polygon", "[" + SQUARE + "," + HOLE + "]")))
                .features()
                .getFirst()
                .outline();

        assertThat(outline.contains(35.71, 139.51)).isTrue();
        assertThat(outline.contains(35.75, 139.55)).isFalse();
        assertThat(outline.contains(35.69, 139.55)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {                                                                    | JSONとして読めません
        {"type":"Feature"}                                                   | FeatureCollection ではありません
        {"type":"FeatureCollection","source":{"page":"p"},"features":[]}     | 形が一つもありません
        {"type":"FeatureCollection","features":[FEATURE]}                    | source がありません
        {"type":"FeatureCollection","source":{"pages":"p"},"features":[FEATURE]} | source を読めません
        {"type":"FeatureCollection","source":{"page":"p"},"features":[{"type":"Feature"}]} | 1番目の形の properties に
        """)
    void a_broken_file_is_refused_with_what_to_mend(String json, String sentence) {
        String feature = feature("\"town\":\"田無町\"", "Polygon", "[" + SQUARE + "]");

        assertThatThrownBy(() -> read(json.replace("FEATURE", feature)))
                .isInstanceOf(BrokenMunicipalityFile.class)
                .hasMessageStartingWith("config/municipalities/a.geojson: ")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Point   | [139.5,35.7]                                   | Polygon でも MultiPolygon でも
        Polygon | []                                             | 座標がありません
        Polygon | [[[35.7,139.5],[35.7,139.6],[35.8,139.6],[35.7,139.5]]] | [経度, 緯度] の順
        Polygon | [[[139.5,35.7],["x",35.7],[139.5,35.7]]]       | [経度, 緯度] の順
        Polygon | [[[139.5,35.7],[139.6,35.7],[139.6,35.8],[139.5,35.8]]] | 最初と最後の点
        """)
    void a_broken_shape_is_refused_with_its_number(String type, String coordinates, String sentence) {
        String square = feature("\"town\":\"田無町\"", "Polygon", "[" + SQUARE + "]");

        assertThatThrownBy(() -> read(collection(SOURCE, square, feature("\"town\":\"新町\"", type, coordinates))))
                .isInstanceOf(BrokenMunicipalityFile.class)
                .hasMessageContaining("2番目の形")
                .hasMessageContaining(sentence);
    }

    private BoundaryFile read(String json) {
        try {
            return BoundaryFileReader.read(Files.writeString(folder.resolve("a.geojson"), json));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String collection(String source, String... features) {
        return "{\"type\":\"FeatureCollection\"," + source + "\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
                .formatted(properties, type, coordinates);
    }
}
