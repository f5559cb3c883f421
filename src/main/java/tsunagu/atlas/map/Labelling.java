package tsunagu.atlas.map;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds a place for each name: well inside its area, over no other name; a number where there is no room for it. */
final class Labelling {
    private static final int GRID = 28;
    private static final double[] SIZES = {44, 34, 27};

    private final Rectangle2D canvas;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<MapPicture.Label> labels = new ArrayList<>();
    private final List<String> legend = new ArrayList<>();

    /** A point inside an area, and how far its borders are. */
    private record Spot(double x, double y, double room) {}

    Labelling(int width, int height) {
        canvas = new Rectangle2D.Double(0, 0, width, height);
    }

    List<MapPicture.Label> labels() {
        return labels;
    }

    List<String> legend() {
        return legend;
    }

    /** How much of the map an area takes. */
    static double extent(List<double[][]> rings) {
        Rectangle2D box = path(rings).getBounds2D();
        return box.getWidth() * box.getHeight();
    }

    void add(String name, List<double[][]> rings) {
        List<Spot> spots = spots(rings);
        for (double size : SIZES) {
            if (put(name, size, spots)) return;
        }
        String number = String.valueOf(legend.size() + 1);
        if (put(number, SIZES[SIZES.length - 1], spots)) legend.add(number + "　" + name);
        else legend.add(name);
    }

    private boolean put(String text, double size, List<Spot> spots) {
        double width = width(text) * size + size * 0.4;
        double height = size * 1.4;
        for (Spot spot : spots) {
            var box = new Rectangle2D.Double(spot.x() - width / 2, spot.y() - height / 2, width, height);
            if (!canvas.contains(box) || taken.stream().anyMatch(box::intersects)) continue;
            taken.add(box);
            labels.add(new MapPicture.Label(text, spot.x(), spot.y(), size));
            return true;
        }
        return false;
    }

    /** In letters of full width. */
    private static double width(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x300 ? 0.6 : 1).sum();
    }

    /** Roomiest first. */
    private static List<Spot> spots(List<double[][]> rings) {
        Path2D path = path(rings);
        Rectangle2D box = path.getBounds2D();
        var spots = new ArrayList<Spot>();
        for (int i = 1; i < GRID; i++) {
            for (int j = 1; j < GRID; j++) {
                double x = box.getX() + box.getWidth() * i / GRID;
                double y = box.getY() + box.getHeight() * j / GRID;
                if (path.contains(x, y)) spots.add(new Spot(x, y, room(x, y, rings)));
            }
        }
        spots.sort(Comparator.comparingDouble(Spot::room).reversed());
        return spots;
    }

    private static double room(double x, double y, List<double[][]> rings) {
        double nearest = Double.MAX_VALUE;
        for (double[][] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                double[] from = ring[i];
                double[] to = ring[(i + 1) % ring.length];
                nearest = Math.min(nearest, Line2D.ptSegDistSq(from[0], from[1], to[0], to[1], x, y));
            }
        }
        return nearest;
    }

    static Path2D path(List<double[][]> rings) {
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[][] ring : rings) {
            path.moveTo(ring[0][0], ring[0][1]);
            for (int i = 1; i < ring.length; i++) path.lineTo(ring[i][0], ring[i][1]);
            path.closePath();
        }
        return path;
    }
}
