package tsunagu.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceFinder;
import tsunagu.documents.DocumentLibrary;
import tsunagu.knowledge.Knowledge;

/** What is put into the words of the documents is still the place that somebody typed in kana. */
class SpelledNamesTest {
    private static final DocumentLibrary SEEDS = DocumentLibrary.read(Path.of("seeds"));
    private static final Municipalities TOWNS = Municipalities.read(Path.of("config"), SEEDS);
    private static final PlaceFinder FINDER = new PlaceFinder(TOWNS);
    private static final KanaWords KANA =
            new KanaWords("config", Knowledge.of(SEEDS, Path.of("config/language"))::inKanji);

    @Test
    void every_name_in_kana_is_found_as_it_is_without() {
        for (Municipality municipality : TOWNS.listMunicipalities()) {
            assertThat(readings(municipality)).allSatisfy(reading -> {
                for (String typed : List.of(reading, reading + "の ちかくです", "おとなりは" + reading)) {
                    String written = KANA.spelled(typed).orElse(typed);
                    assertThat(found(written, municipality))
                            .as(typed + " as " + written)
                            .isEqualTo(found(typed, municipality));
                }
            });
        }
    }

    private static List<String> readings(Municipality municipality) {
        return municipality.areas().stream()
                .flatMap(area -> Stream.of(
                                Stream.of(area.title().reading().replace(" ", "")),
                                area.schools().stream().map(school -> school.reading()),
                                area.towns().stream()
                                        .flatMap(towns -> towns.value().stream())
                                        .map(town -> town.reading()))
                        .flatMap(each -> each))
                .toList();
    }

    private static List<Place> found(String typed, Municipality municipality) {
        return FINDER.read(typed, Optional.empty(), municipality.id()).places();
    }
}
