package tsunagu.areas.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Four squares in a row and one that touches at a corner. */
class BordersTest {

    /** @param east hundredths of a degree, as {@code north} */
    private static Outline square(int east, int north) {
        double left = 139 + east / 100.0;
        double low = 35 + north / 100.0;
        double[][] ring = {{left, low}, {left + 0.01, low}, {left + 0.01, low + 0.01}, {left, low + 0.01}, {left, low}};
        return Outline.of(List.of(List.<double[][]>of(ring)));
    }

    @Test
    void whoSharesASideIsANeighbourAndWhoSharesACornerIsNot() {
        var building = new Borders.Builder<String>();
        building.add("west", square(0, 0));
        building.add("middle", square(1, 0));
        building.add("east", square(2, 0));
        building.add("east", square(2, 1));
        building.add("corner", square(0, 1));
        building.add("far", square(9, 9));
        Borders<String> borders = building.build();
        assertThat(borders.listNeighbours("west")).containsExactlyInAnyOrder("middle", "corner");
        assertThat(borders.listNeighbours("middle")).containsExactlyInAnyOrder("west", "east");
        assertThat(borders.listNeighbours("corner")).containsExactly("west");
        assertThat(borders.listNeighbours("far")).isEmpty();
        assertThat(borders.listNeighbours("unknown")).isEmpty();
    }
}
