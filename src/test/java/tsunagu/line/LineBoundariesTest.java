package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tsunagu.areas.Municipalities;
import tsunagu.documents.DocumentLibrary;
import tsunagu.line.fake.LineResident;
import tsunagu.line.fake.SentReply;

/** A town with a map: a place sent from LINE is found in it. The shapes are made up, and lie where no town is. */
@Isolated
class LineBoundariesTest {
    private static final String MAP = """
        {"type": "FeatureCollection", "source": {"page": "page-postcodes"}, "features": [
          {"type": "Feature", "properties": {"area": "hokutobu"}, "geometry": {"type": "Polygon", "coordinates":
            [[[139.0, 35.0], [139.1, 35.0], [139.1, 35.1], [139.0, 35.1], [139.0, 35.0]]]}},
          {"type": "Feature", "properties": {"S_NAME": "田無町一丁目"}, "geometry": {"type": "Polygon", "coordinates":
            [[[139.05, 35.0], [139.2, 35.0], [139.2, 35.1], [139.05, 35.1], [139.05, 35.0]]]}}
        ]}
        """;

    @TempDir
    private Path config;

    @AfterEach
    void leave() {
        System.clearProperty("tsunagu.config");
        System.clearProperty("tsunagu.seeds");
    }

    @Test
    void a_point_leads_to_its_area_or_town_whatever_its_address_says() {
        write("nishitokyo.geojson", MAP);
        System.setProperty("tsunagu.config", config.toString());
        System.setProperty("tsunagu.seeds", Path.of("seeds").toAbsolutePath().toString());
        try (LineTown town = LineTown.open()) {
            LineResident hanako = town.resident("花子");

            assertThat(sends(hanako, 35.05, 139.02, "西東京市新町1-1").text())
                    .contains("地図では北東部の中です", "郵便番号データ")
                    .doesNotContain("新町", "35.05", "139.02");
            assertThat(sends(hanako, 35.05, 139.15, "").text()).contains("地図では田無町の中です", "田無町は、西東京市の");
            assertThat(sends(hanako, 35.05, 139.07, "").text()).contains("地図では北東部の中です");
            assertThat(sends(hanako, 36.0, 140.0, "東京都西東京市保谷町1-2-3").text())
                    .contains("保谷町は、西東京市の")
                    .doesNotContain("地図では");
            assertThat(sends(hanako, 36.0, 140.0, "").text()).contains("町の名前か、近くの市立の学校");
        }
    }

    @Test
    void shapes_of_places_nobody_knows_and_maps_of_no_municipality_end_the_start() {
        DocumentLibrary library = DocumentLibrary.read(Path.of("seeds"));

        write("nishitokyo.geojson", MAP.replace("hokutobu", "nowhere").replace("page-postcodes", "page-of-none"));
        assertThatThrownBy(() -> Municipalities.read(config, library))
                .hasMessageContaining("nishitokyo.geojson 1番目: 「nowhere」という地区や町は")
                .hasMessageContaining("ページ「page-of-none」が pages: にありません");

        write("nishitokyo.geojson", MAP);
        write("nishitokio.geojson", MAP);
        assertThatThrownBy(() -> Municipalities.read(config, library))
                .hasMessageContaining("nishitokio.geojson: nishitokio.yml がありません");
    }

    private static SentReply sends(LineResident resident, double latitude, double longitude, String address) {
        ObjectNode event = resident.sends("location");
        ((ObjectNode) event.path("message"))
                .put("address", address)
                .put("latitude", latitude)
                .put("longitude", longitude);
        return resident.reply(event);
    }

    /** Into a copy of the settings as they ship. */
    private void write(String name, String content) {
        Path ships = Path.of("config");
        try (Stream<Path> files = Files.walk(ships)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(ships.relativize(file));
                Files.createDirectories(copy.getParent());
                if (Files.notExists(copy)) Files.copy(file, copy);
            }
            Files.writeString(config.resolve("municipalities").resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
