package tsunagu.figures;

import java.time.LocalDate;
import java.util.List;

/**
 * Figures as pages show them: each chart is a table first, from which the browser draws.
 *
 * @param query the choice as it stands in an address: {@code from=…&to=…}
 */
public record Report(
        LocalDate from,
        LocalDate to,
        List<Choice> channels,
        List<Choice> municipalities,
        List<Tile> tiles,
        List<Chart> charts,
        String query) {

    public Report {
        channels = List.copyOf(channels);
        municipalities = List.copyOf(municipalities);
        tiles = List.copyOf(tiles);
        charts = List.copyOf(charts);
    }

    /** One to choose, by its key. */
    public record Choice(String value, String label, boolean chosen) {}

    /** A number to see at once. */
    public record Tile(String label, String value) {}

    /**
     * A chart and its table.
     *
     * @param kind how it is drawn: {@code stack}, {@code bars} or {@code columns}
     * @param head names of the columns, the first that of the labels
     */
    public record Chart(String id, String title, String note, String kind, List<String> head, List<Row> rows) {
        public Chart {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }

        public boolean isEmpty() {
            return rows.stream().allMatch(row -> row.numbers().stream().allMatch(number -> number == 0));
        }
    }

    /** A line of a table. */
    public record Row(String label, List<Long> numbers) {
        public Row {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * A month for everybody, in words that give nobody away.
     *
     * @param month {@code 2026-11}
     * @param earlier such months with a page of their own, newest first
     */
    public record Month(
            String town, String month, String title, boolean running, List<Section> sections, List<Choice> earlier) {
        public Month {
            sections = List.copyOf(sections);
            earlier = List.copyOf(earlier);
        }
    }

    /** A heading of the public page, and what stands below it. */
    public record Section(String title, List<Tile> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }
}
