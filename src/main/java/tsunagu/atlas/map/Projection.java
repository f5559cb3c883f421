package tsunagu.atlas.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities.DrawnPlace;

/**
 * Degrees to pixels: a town is small enough for a degree of longitude to be one width from its north to its south.
 *
 * @param scale pixels to a degree of latitude
 * @param across the same of longitude
 */
public record Projection(double west, double north, double scale, double across, int width, int height) {
    private static final int MARGIN = 24;
    private static final int HIGHEST = 1280;
    /** Points nearer than this to the one before them cannot be seen. */
    private static final double NEAREST = 0.6;

    static Projection of(List<DrawnPlace> shapes, int width) {
        double[] box = {180, 90, -180, -90};
        for (DrawnPlace shape : shapes) {
            for (List<double[][]> rings : shape.polygons()) {
                for (double[] point : rings.getFirst()) {
                    box[0] = Math.min(box[0], point[0]);
                    box[1] = Math.min(box[1], point[1]);
                    box[2] = Math.max(box[2], point[0]);
                    box[3] = Math.max(box[3], point[1]);
                }
            }
        }
        double narrowing = Math.cos(Math.toRadians((box[1] + box[3]) / 2));
        double wide = Math.max(1e-6, (box[2] - box[0]) * narrowing);
        double tall = Math.max(1e-6, box[3] - box[1]);
        double scale = Math.min((width - 2.0 * MARGIN) / wide, (HIGHEST - 2.0 * MARGIN) / tall);
        double left = (width - wide * scale) / 2;
        int height = (int) Math.ceil(tall * scale) + 2 * MARGIN;
        return new Projection(
                box[0] - left / (scale * narrowing), box[3] + MARGIN / scale, scale, scale * narrowing, width, height);
    }

    public double x(double longitude) {
        return (longitude - west) * across;
    }

    public double y(double latitude) {
        return (north - latitude) * scale;
    }

    /** Empty for one too small to be seen. */
    Optional<double[][]> ring(double[][] degrees) {
        var points = new ArrayList<double[]>();
        for (double[] degree : degrees) {
            double[] point = {x(degree[0]), y(degree[1])};
            if (points.isEmpty()
                    || Math.hypot(point[0] - points.getLast()[0], point[1] - points.getLast()[1]) >= NEAREST) {
                points.add(point);
            }
        }
        return points.size() < 3 ? Optional.empty() : Optional.of(points.toArray(double[][]::new));
    }
}
