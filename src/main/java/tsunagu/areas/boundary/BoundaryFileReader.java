package tsunagu.areas.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.geo.Polygon;
import tsunagu.areas.boundary.BoundaryFile.Feature;
import tsunagu.areas.boundary.BoundaryFile.Feature.Kind;
import tsunagu.areas.file.BrokenMunicipalityFile;
import tsunagu.areas.file.MunicipalityFile.SourceEntry;

/**
 * Reads a FeatureCollection of polygons (RFC 7946). What a feature is stands in its properties: {@code area} (an id),
 * {@code town} (a name), or, as the national statistics write it, {@code S_NAME}, a town with its chome.
 */
public final class BoundaryFileReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern CHOME = Pattern.compile("[0-9０-９一二三四五六七八九十]+丁目$");
    /** Degrees; a pair outside of it has most often its latitude first. */
    private static final double[] JAPAN = {20, 46, 122, 154};

    private final Path file;

    private BoundaryFileReader(Path file) {
        this.file = file;
    }

    /** @throws BrokenMunicipalityFile with a sentence that names file, feature and what to mend */
    public static BoundaryFile read(Path file) {
        return new BoundaryFileReader(file).read();
    }

    private BoundaryFile read() {
        JsonNode root = json();
        if (!root.path("type").asText().equals("FeatureCollection")) {
            throw broken("FeatureCollection ではありません。GeoJSONの「\"type\": \"FeatureCollection\"」の形で書いてください。");
        }
        var features = new ArrayList<Feature>();
        int number = 0;
        for (JsonNode feature : root.path("features")) {
            number++;
            int here = number;
            kind(feature.path("properties"), here)
                    .ifPresent(kind -> features.add(
                            new Feature(here, kind, name(feature, kind), outline(feature.path("geometry"), here))));
        }
        if (features.isEmpty()) throw broken("features に、地区や町の形が一つもありません。");
        return new BoundaryFile(source(root.path("source")), features);
    }

    private JsonNode json() {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : e.getLocation().getLineNr() + "行目";
            throw broken(line + "がJSONとして読めません。" + e.getOriginalMessage());
        } catch (IOException e) {
            throw broken("ファイルを読めません。UTF-8の文字で保存されているか確かめてください。");
        }
    }

    private List<SourceEntry> source(JsonNode source) {
        if (source.isMissingNode()) {
            throw broken("source がありません。境界がどの資料によるのかを、いちばん外側に「\"source\": {\"page\": \"…\"}」と書いてください。");
        }
        try {
            return source.isArray()
                    ? List.of(JSON.treeToValue(source, SourceEntry[].class))
                    : List.of(JSON.treeToValue(source, SourceEntry.class));
        } catch (JsonProcessingException e) {
            throw broken("source を読めません。document と quote、または page を書いてください。");
        }
    }

    /** Empty for what the statistics leave unnamed, such as water. */
    private Optional<Kind> kind(JsonNode properties, int number) {
        if (properties.path("area").isTextual()) return Optional.of(Kind.AREA);
        if (properties.path("town").isTextual()) return Optional.of(Kind.TOWN);
        if (properties.has("S_NAME")) {
            boolean named = !properties.path("S_NAME").asText("").isBlank()
                    && !properties.path("S_NAME").isNull();
            return named ? Optional.of(Kind.TOWN) : Optional.empty();
        }
        throw broken(number + "番目の形の properties に area（地区のid）も town（町の名前）もありません。どちらかを書いてください。");
    }

    private static String name(JsonNode feature, Kind kind) {
        JsonNode properties = feature.path("properties");
        if (kind == Kind.AREA) return properties.path("area").asText();
        if (properties.path("town").isTextual()) return properties.path("town").asText();
        return CHOME.matcher(properties.path("S_NAME").asText().strip()).replaceFirst("");
    }

    private Outline outline(JsonNode geometry, int number) {
        JsonNode coordinates = geometry.path("coordinates");
        var polygons = new ArrayList<Polygon>();
        try {
            switch (geometry.path("type").asText()) {
                case "Polygon" -> polygons.add(polygon(coordinates, number));
                case "MultiPolygon" -> coordinates.forEach(one -> polygons.add(polygon(one, number)));
                default -> throw broken(number + "番目の形が Polygon でも MultiPolygon でもありません。");
            }
            return new Outline(polygons);
        } catch (IllegalArgumentException e) {
            throw broken(number + "番目の形を読めません。輪の最初と最後の点は同じでなければなりません。" + e.getMessage());
        }
    }

    private Polygon polygon(JsonNode rings, int number) {
        var read = new ArrayList<double[][]>();
        rings.forEach(ring -> read.add(ring(ring, number)));
        if (read.isEmpty()) throw broken(number + "番目の形に座標がありません。");
        Polygon[] holes =
                read.stream().skip(1).map(hole -> new Polygon(hole[0], hole[1])).toArray(Polygon[]::new);
        return new Polygon(read.getFirst()[0], read.getFirst()[1], holes);
    }

    /** Latitudes and longitudes. */
    private double[][] ring(JsonNode ring, int number) {
        double[] latitudes = new double[ring.size()];
        double[] longitudes = new double[ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            JsonNode point = ring.get(i);
            longitudes[i] = point.path(0).asDouble(Double.NaN);
            latitudes[i] = point.path(1).asDouble(Double.NaN);
            boolean inJapan = latitudes[i] >= JAPAN[0]
                    && latitudes[i] <= JAPAN[1]
                    && longitudes[i] >= JAPAN[2]
                    && longitudes[i] <= JAPAN[3];
            if (!inJapan) {
                throw broken(number + "番目の形の点 " + point + " が日本の中にありません。座標は [経度, 緯度] の順に、度で書いてください。");
            }
        }
        return new double[][] {latitudes, longitudes};
    }

    private BrokenMunicipalityFile broken(String what) {
        return new BrokenMunicipalityFile(file, what);
    }
}
