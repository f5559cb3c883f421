package tsunagu.areas.boundary;

import java.util.List;
import org.apache.lucene.geo.Component2D;
import org.apache.lucene.geo.LatLonGeometry;
import org.apache.lucene.geo.Polygon;

/** One or several polygons, holes left out. Safe to share between threads. */
public final class Outline {
    private final Component2D shape;

    Outline(List<Polygon> polygons) {
        shape = LatLonGeometry.create(polygons.toArray(Polygon[]::new));
    }

    /** In degrees; the border itself belongs to the shape. */
    public boolean contains(double latitude, double longitude) {
        return shape.contains(longitude, latitude);
    }
}
