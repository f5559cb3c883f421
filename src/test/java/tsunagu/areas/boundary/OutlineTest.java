package tsunagu.areas.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Where a point lies, held against JTS, which has nothing in common with what we use. */
class OutlineTest {
    private static final int POINTS = 100_000;
    private static final int SIDE = 8;
    private static final double WEST = 139.5;
    private static final double SOUTH = 35.7;
    private static final double STEP = 0.01;
    private static final GeometryFactory JTS = new GeometryFactory();

    /** One district both ways. */
    private record District(Outline ours, PointOnGeometryLocator theirs) {
        static District of(List<List<double[][]>> polygons) {
            Polygon[] parts = polygons.stream().map(OutlineTest::polygon).toArray(Polygon[]::new);
            Geometry all = parts.length == 1 ? parts[0] : JTS.createMultiPolygon(parts);
            assertThat(all.isValid()).isTrue();
            return new District(Outline.of(polygons), new IndexedPointInAreaLocator(all));
        }
    }

    private static Polygon polygon(List<double[][]> rings) {
        LinearRing[] read = rings.stream()
                .map(ring -> JTS.createLinearRing(Stream.of(ring)
                        .map(point -> new Coordinate(point[0], point[1]))
                        .toArray(Coordinate[]::new)))
                .toArray(LinearRing[]::new);
        return JTS.createPolygon(read[0], List.of(read).subList(1, read.length).toArray(LinearRing[]::new));
    }

    @Test
    void a_hundred_thousand_points_lie_where_jts_says() {
        var random = new Random(20261122);
        List<District> districts = districts(random);
        int inside = 0;
        for (int i = 0; i < POINTS; i++) {
            double longitude = WEST - STEP + random.nextDouble() * STEP * (SIDE + 2);
            double latitude = SOUTH - STEP + random.nextDouble() * STEP * (SIDE + 2);
            int owners = 0;
            for (District district : districts) {
                int theirs = district.theirs().locate(new Coordinate(longitude, latitude));
                boolean ours = district.ours().contains(latitude, longitude);
                if (theirs != Location.BOUNDARY) {
                    assertThat(ours).as("%s %s", longitude, latitude).isEqualTo(theirs == Location.INTERIOR);
                }
                if (ours) owners++;
            }
            // Shared borders are drawn by the same points, so no place between neighbours is lost or owned twice.
            assertThat(owners).as("%s %s", longitude, latitude).isLessThanOrEqualTo(1);
            inside += owners;
        }
        assertThat(inside).isBetween(POINTS / 2, POINTS);
    }

    @Test
    void the_corners_of_a_district_belong_to_it_and_to_its_neighbours() {
        for (District district : districts(new Random(7))) {
            double[][] ring = district.ours().polygons().getFirst().getFirst();
            for (double[] point : ring) {
                assertThat(district.ours().contains(point[1], point[0])).isTrue();
            }
        }
    }

    /**
     * A crooked grid: neighbours share every corner and every crooked border. Every third cell has a hole with an
     * island in it; each fifth district has a second part far away.
     */
    private static List<District> districts(Random random) {
        var corners = new double[SIDE + 1][SIDE + 1][];
        for (int x = 0; x <= SIDE; x++) {
            for (int y = 0; y <= SIDE; y++) {
                corners[x][y] = new double[] {crooked(WEST + x * STEP, random), crooked(SOUTH + y * STEP, random)};
            }
        }
        var across = new double[SIDE][SIDE + 1][];
        var up = new double[SIDE + 1][SIDE][];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j <= SIDE; j++) {
                across[i][j] = between(corners[i][j], corners[i + 1][j], random);
                up[j][i] = between(corners[j][i], corners[j][i + 1], random);
            }
        }
        var districts = new ArrayList<District>();
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                var polygons = new ArrayList<List<double[][]>>();
                double[][] ring = {
                    corners[x][y],
                    across[x][y],
                    corners[x + 1][y],
                    up[x + 1][y],
                    corners[x + 1][y + 1],
                    across[x][y + 1],
                    corners[x][y + 1],
                    up[x][y],
                    corners[x][y]
                };
                double middleX = WEST + (x + 0.5) * STEP;
                double middleY = SOUTH + (y + 0.5) * STEP;
                boolean holed = (x + y) % 3 == 0;
                polygons.add(holed ? List.of(ring, diamond(middleX, middleY, 0.2)) : List.<double[][]>of(ring));
                if (holed) polygons.add(List.<double[][]>of(diamond(middleX, middleY, 0.1)));
                if ((x * SIDE + y) % 5 == 0)
                    polygons.add(List.<double[][]>of(diamond(WEST + x * STEP, SOUTH - (y + 2) * STEP, 0.3)));
                districts.add(District.of(polygons));
            }
        }
        return districts;
    }

    private static double crooked(double value, Random random) {
        return value + (random.nextDouble() - 0.5) * STEP * 0.25;
    }

    private static double[] between(double[] one, double[] other, Random random) {
        return new double[] {crooked((one[0] + other[0]) / 2, random), crooked((one[1] + other[1]) / 2, random)};
    }

    private static double[][] diamond(double x, double y, double size) {
        double far = size * STEP;
        return new double[][] {{x - far, y}, {x, y - far}, {x + far, y}, {x, y + far}, {x - far, y}};
    }
}
