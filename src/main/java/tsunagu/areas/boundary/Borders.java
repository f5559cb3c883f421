package tsunagu.areas.boundary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who borders on whom: two share a border where at least two points of their outlines are the same, within some ten
 * metres. Maps drawn apart from one another share none.
 *
 * @param <T> whose outlines they are
 */
public final class Borders<T> {
    private static final double CELLS_A_DEGREE = 10_000;
    private static final int FEWEST_POINTS = 2;

    private final Map<T, List<T>> neighbours;

    private Borders(Map<T, List<T>> neighbours) {
        this.neighbours = neighbours;
    }

    private record Cell(long east, long north) {}

    /** Those with the longest border first. */
    public List<T> listNeighbours(T one) {
        return neighbours.getOrDefault(one, List.of());
    }

    /** Collects outlines, any number of each. */
    public static final class Builder<T> {
        private final Map<Cell, Set<T>> at = new HashMap<>();

        public void add(T owner, Outline outline) {
            for (List<double[][]> rings : outline.polygons()) {
                for (double[][] ring : rings) {
                    for (double[] point : ring) {
                        var cell =
                                new Cell(Math.round(point[0] * CELLS_A_DEGREE), Math.round(point[1] * CELLS_A_DEGREE));
                        at.computeIfAbsent(cell, _ -> new HashSet<>(2)).add(owner);
                    }
                }
            }
        }

        public Borders<T> build() {
            var shared = new HashMap<T, Map<T, Integer>>();
            for (Set<T> owners : at.values()) {
                if (owners.size() < 2) continue;
                for (T one : owners) {
                    for (T other : owners) {
                        if (one.equals(other)) continue;
                        shared.computeIfAbsent(one, _ -> new HashMap<>()).merge(other, 1, Integer::sum);
                    }
                }
            }
            var neighbours = new HashMap<T, List<T>>();
            shared.forEach((one, points) -> neighbours.put(one, inOrder(points)));
            return new Borders<>(neighbours);
        }

        private static <T> List<T> inOrder(Map<T, Integer> points) {
            var found = new ArrayList<T>();
            points.forEach((other, many) -> {
                if (many >= FEWEST_POINTS) found.add(other);
            });
            found.sort(Comparator.comparing((T other) -> -points.get(other)).thenComparing(Object::toString));
            return List.copyOf(found);
        }
    }
}
