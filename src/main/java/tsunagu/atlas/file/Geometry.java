package tsunagu.atlas.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The polygons of a shape, as they are kept; one that cannot be used is left out whole, with the reason. */
final class Geometry {
    /** Degrees; a pair outside of it has most often its latitude first. */
    private static final double[] JAPAN = {20, 46, 122, 154};

    private static final int FEWEST_POINTS = 4;

    private final List<List<String>> polygons = new ArrayList<>();
    private String problem = "";

    private Geometry() {}

    static Optional<List<List<String>>> read(JsonNode geometry, long number, Faults faults) {
        var read = new Geometry();
        JsonNode coordinates = geometry.path("coordinates");
        switch (geometry.path("type").asText("")) {
            case "Polygon" -> read.polygon(coordinates);
            case "MultiPolygon" -> coordinates.forEach(read::polygon);
            case "Point", "MultiPoint" -> read.problem = "点です。区域の形（Polygon）のファイルを選んでください。";
            default -> read.problem = "形が Polygon でも MultiPolygon でもありません。";
        }
        if (read.problem.isEmpty() && read.polygons.isEmpty()) read.problem = "形に座標がありません。";
        if (read.problem.isEmpty()) return Optional.of(List.copyOf(read.polygons));
        faults.add(number, read.problem);
        return Optional.empty();
    }

    private void polygon(JsonNode rings) {
        var read = new ArrayList<String>();
        rings.forEach(ring -> read.add(ring(ring)));
        if (!read.isEmpty()) polygons.add(List.copyOf(read));
    }

    private String ring(JsonNode ring) {
        if (ring.size() < FEWEST_POINTS) {
            problem = "輪の点が" + ring.size() + "つしかありません（4つ以上が必要です）。";
        } else if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
            problem = "輪の最初と最後の点が同じではありません。";
        }
        var points = new StringBuilder();
        for (JsonNode point : ring) {
            double longitude = point.path(0).asDouble(Double.NaN);
            double latitude = point.path(1).asDouble(Double.NaN);
            boolean inJapan =
                    latitude >= JAPAN[0] && latitude <= JAPAN[1] && longitude >= JAPAN[2] && longitude <= JAPAN[3];
            if (!inJapan) {
                boolean swapped = longitude >= JAPAN[0] && longitude <= JAPAN[1];
                problem = swapped ? "緯度と経度が逆です。座標は [経度, 緯度] の順に書いてください。" : "点が日本の中にありません。座標は度で書いてください。";
                return "";
            }
            if (!points.isEmpty()) points.append(' ');
            points.append(degrees(longitude)).append(',').append(degrees(latitude));
        }
        return points.toString();
    }

    /** To about a centimetre. */
    private static String degrees(double value) {
        String text = String.format(Locale.ROOT, "%.7f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
