package tsunagu.atlas.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.atlas.change.Contents;
import tsunagu.tables.UnreadableFile;

/**
 * A GeoJSON FeatureCollection of school districts as the national land information has them (A27, A32, any year's
 * columns), or of areas and towns as {@code config/municipalities/*.geojson} are written. Read shape by shape; the
 * shapes of one name are put together.
 */
final class MapReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Longitude and latitude in degrees, alike to a metre: JGD2011, JGD2000, WGS 84. */
    private static final Pattern DEGREES = Pattern.compile("(?i).*(CRS84|EPSG:.*?(6668|6697|4612|4326|4019))$");

    private final MapNames names;
    private final String code;
    private final Faults faults;
    private final Map<MapNames.Found, Contents.District> districts = new LinkedHashMap<>();
    private final Map<String, Contents.District> strangers = new LinkedHashMap<>();
    private long number;
    private boolean features;

    MapReader(MapNames names, String code, Faults faults) {
        this.names = names;
        this.code = code.substring(0, 5);
        this.faults = faults;
    }

    List<Contents.District> read(Incoming file) {
        file.read(this::parse);
        if (!features) throw new UnreadableFile("GeoJSON の FeatureCollection ではありません。国土数値情報の .geojson を選んでください。");
        var all = new ArrayList<>(districts.values());
        all.addAll(strangers.values());
        return all;
    }

    private Void parse(InputStream bytes) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("crs")) requireDegrees(parser.readValueAsTree());
                else if (field.equals("features") && value == JsonToken.START_ARRAY) features(parser);
                else parser.skipChildren();
            }
            return null;
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : e.getLocation().getLineNr() + "行目が";
            throw new UnreadableFile(line + "JSONとして読めません。ファイルが途中で切れていないか確かめてください。", e);
        }
    }

    private static void requireDegrees(JsonNode crs) {
        String name = crs.path("properties").path("name").asText("");
        if (name.isEmpty() || DEGREES.matcher(name).matches()) return;
        throw new UnreadableFile("座標系が " + name.substring(0, Math.min(60, name.length()))
                + " です。JGD2011 か JGD2000 の緯度と経度（EPSG:6668、EPSG:4612）の GeoJSON にしてください。");
    }

    private void features(JsonParser parser) throws IOException {
        features = true;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            number++;
            feature(parser.readValueAsTree());
        }
    }

    private void feature(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        Optional<String> own = Columns.code(properties);
        if (own.filter(other -> !code.equals(other)).isPresent()) return;
        Optional<String> name = Columns.name(properties);
        Optional<String> given = Columns.text(properties, "area")
                .or(() -> Columns.text(properties, "town"))
                .or(() -> Columns.text(properties, "S_NAME"))
                .or(() -> name);
        if (given.isEmpty()) {
            faults.add(number, "学校や町の名前が、properties のどこにあるか分かりません。");
            return;
        }
        Geometry.read(feature.path("geometry"), number, faults)
                .ifPresent(polygons -> keep(given.get(), properties, polygons));
    }

    private void keep(String name, JsonNode properties, List<List<String>> polygons) {
        Optional<MapNames.Found> found = found(name, properties);
        found.ifPresentOrElse(
                one -> districts.merge(
                        one, new Contents.District(name, one.kind(), one.place(), polygons), MapReader::together),
                () -> strangers.merge(name, new Contents.District(name, "", "", polygons), MapReader::together));
    }

    private Optional<MapNames.Found> found(String name, JsonNode properties) {
        if (properties.has("area")) return names.area(name);
        if (properties.has("town") || properties.has("S_NAME")) return names.town(name);
        return names.school(name);
    }

    private static Contents.District together(Contents.District one, Contents.District other) {
        var polygons = new ArrayList<>(one.polygons());
        polygons.addAll(other.polygons());
        return new Contents.District(one.name(), one.kind(), one.place(), polygons);
    }

    /** The columns differ from year to year, and in 2016 from file to file, so what they hold tells which they are. */
    private static final class Columns {
        private static final Pattern COLUMN = Pattern.compile("A(?:27|32)_[0-9]{3}");
        private static final Pattern CODE = Pattern.compile("[0-9]{5}");
        private static final Pattern SCHOOL = Pattern.compile(".*(学校|学園|学院|学舎)");
        private static final Pattern SHORT = Pattern.compile(".*[小中]");

        private Columns() {}

        static Optional<String> text(JsonNode properties, String column) {
            return Optional.of(properties.path(column).asText("").strip()).filter(text -> !text.isEmpty());
        }

        static Optional<String> code(JsonNode properties) {
            return values(properties)
                    .filter(text -> CODE.matcher(text).matches())
                    .findFirst();
        }

        static Optional<String> name(JsonNode properties) {
            return values(properties)
                    .filter(text -> SCHOOL.matcher(text).matches())
                    .findFirst()
                    .or(() -> values(properties)
                            .filter(text -> SHORT.matcher(text).matches())
                            .findFirst())
                    .or(() -> text(properties, "name"));
        }

        private static java.util.stream.Stream<String> values(JsonNode properties) {
            return properties.properties().stream()
                    .filter(field -> COLUMN.matcher(field.getKey()).matches())
                    .map(field -> field.getValue().asText("").strip());
        }
    }
}
