package tsunagu.areas.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.geo.Component2D;
import org.apache.lucene.geo.LatLonGeometry;
import org.apache.lucene.geo.Polygon;

/** One or several polygons, holes left out. Safe to share between threads. */
public final class Outline {
    private final List<List<double[][]>> polygons;
    private final Component2D shape;

    Outline(List<Polygon> polygons) {
        shape = LatLonGeometry.create(polygons.toArray(Polygon[]::new));
        this.polygons = polygons.stream().map(Outline::rings).toList();
    }

    /**
     * Of polygons, each a closed outer ring and its holes: longitude and latitude of each point, in degrees.
     *
     * @throws IllegalArgumentException where a ring is not closed or has too few points
     */
    public static Outline of(List<List<double[][]>> polygons) {
        return new Outline(polygons.stream()
                .map(rings -> {
                    Polygon[] read = rings.stream().map(Outline::polygon).toArray(Polygon[]::new);
                    Polygon[] holes = Arrays.copyOfRange(read, 1, read.length);
                    return new Polygon(read[0].getPolyLats(), read[0].getPolyLons(), holes);
                })
                .toList());
    }

    /** In degrees; the border itself belongs to the shape. */
    public boolean contains(double latitude, double longitude) {
        return shape.contains(longitude, latitude);
    }

    /** As {@link #of} takes them. */
    public List<List<double[][]>> polygons() {
        return polygons;
    }

    private static Polygon polygon(double[][] ring) {
        double[] latitudes = new double[ring.length];
        double[] longitudes = new double[ring.length];
        for (int i = 0; i < ring.length; i++) {
            longitudes[i] = ring[i][0];
            latitudes[i] = ring[i][1];
        }
        return new Polygon(latitudes, longitudes);
    }

    private static List<double[][]> rings(Polygon polygon) {
        var rings = new ArrayList<double[][]>();
        rings.add(ring(polygon));
        for (Polygon hole : polygon.getHoles()) rings.add(ring(hole));
        return List.copyOf(rings);
    }

    private static double[][] ring(Polygon polygon) {
        double[] latitudes = polygon.getPolyLats();
        double[] longitudes = polygon.getPolyLons();
        var points = new double[latitudes.length][];
        Arrays.setAll(points, i -> new double[] {longitudes[i], latitudes[i]});
        return points;
    }
}
