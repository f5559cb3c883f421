package tsunagu.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.documents.DocumentLibrary;

/** The spelling table: what people type, and the place it is. */
class PlaceFinderTest {
    private static final Municipalities TOWNS =
            Municipalities.read(Path.of("config"), DocumentLibrary.read(Path.of("seeds")));
    private static final MunicipalityId NISHITOKYO = new MunicipalityId("nishitokyo");

    static Stream<List<String>> spellings() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/areas/spellings.tsv")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> List.of(line.split("\t")));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void readsWhatPeopleType(List<String> row) {
        PlaceReading reading = new PlaceFinder(TOWNS).read(row.getFirst(), Optional.empty(), NISHITOKYO);
        switch (row.get(1)) {
            case "nothing" -> assertThat(reading.findings()).isEmpty();
            case "several" ->
                assertThat(reading.ambiguity().orElseThrow().candidates()).hasSize(Integer.parseInt(row.get(2)));
            case "none" ->
                assertThat(reading.findings())
                        .filteredOn(Finding.None.class::isInstance)
                        .extracting(one -> ((Finding.None) one).why().name())
                        .containsExactly(row.get(2));
            default ->
                assertThat(reading.places())
                        .extracting(place -> place.area().orElseThrow() + " " + place.name())
                        .containsExactly(row.get(1) + " " + row.get(2));
        }
    }
}
