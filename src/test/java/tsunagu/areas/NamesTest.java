package tsunagu.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.documents.DocumentLibrary;
import tsunagu.text.Hangul;
import tsunagu.text.Romaji;

/**
 * Every school, town and area, written every way, and misspelt every way one slip can do it: it is found or offered,
 * and no other single place is ever found for it.
 */
class NamesTest {
    private static final Municipalities TOWNS =
            Municipalities.read(Path.of("config"), DocumentLibrary.read(Path.of("seeds")));
    private static final PlaceFinder FINDER = new PlaceFinder(TOWNS);
    private static final String SLIPS = "あかさたなはまやらわ";
    private static final String WRONG_KANJI = "亜";

    /** A name, how it is read, and the municipality it lies in. */
    private record Named(String name, String reading, MunicipalityId municipality) {}

    private static List<Named> all() {
        return TOWNS.listMunicipalities().stream()
                .flatMap(one -> one.areas().stream())
                .flatMap(area -> Stream.of(
                                Stream.of(new Named(
                                        area.name(),
                                        area.title().reading().replace(" ", ""),
                                        area.id().municipality())),
                                area.schools().stream()
                                        .map(school -> new Named(
                                                school.name(),
                                                school.reading(),
                                                area.id().municipality())),
                                area.towns().stream()
                                        .flatMap(towns -> towns.value().stream())
                                        .map(town -> new Named(town.name(), town.reading(), town.municipality())))
                        .flatMap(names -> names))
                .toList();
    }

    private static PlaceReading read(String typed, Named of) {
        return FINDER.read(typed, Optional.of(of.municipality()), of.municipality());
    }

    private static boolean found(PlaceReading reading, String name) {
        boolean single =
                reading.places().stream().anyMatch(place -> place.name().equals(name));
        return single
                || reading.ambiguity().stream()
                        .flatMap(several -> several.candidates().stream())
                        .anyMatch(place -> place.name().equals(name));
    }

    private static Optional<Place> single(PlaceReading reading) {
        return reading.findings().size() == 1 && reading.findings().getFirst() instanceof Finding.One one
                ? Optional.of(one.place())
                : Optional.empty();
    }

    @Test
    void everyNameIsFoundFromItselfAndFromItsReading() {
        for (Named named : all()) {
            assertThat(found(read(named.name(), named), named.name()))
                    .as(named.name())
                    .isTrue();
            assertThat(found(read(named.reading() + "です", named), named.name()))
                    .as(named.reading())
                    .isTrue();
        }
    }

    @Test
    void everyNameIsFoundInLatinLettersHoweverTheyAreWritten() {
        for (Named named : all()) {
            for (String latin : latin(named.reading())) {
                assertThat(found(read("I live in " + latin + ".", named), named.name()))
                        .as(latin)
                        .isTrue();
            }
        }
    }

    @Test
    void everyNameIsFoundInHangul() {
        for (Named named : all()) {
            String hangul = Hangul.of(named.reading());
            assertThat(found(read(hangul + "에 살아요", named), named.name()))
                    .as(hangul)
                    .isTrue();
        }
    }

    @Test
    void noSlipTurnsANameIntoAnother() {
        var wrong = new ArrayList<String>();
        int found = 0;
        int slips = 0;
        for (Named named : all()) {
            for (String typed : misspelt(named)) {
                if (isRealName(typed)) continue;
                PlaceReading reading = read(typed, named);
                slips++;
                if (found(reading, named.name())) found++;
                single(reading)
                        .filter(place -> !(place instanceof Place.Whole))
                        .filter(place -> !place.name().equals(named.name()))
                        .filter(place -> !place.area().equals(areaOf(named)))
                        .ifPresent(place -> wrong.add(typed + " for " + named.name() + " is read as " + place.name()));
            }
        }
        System.out.printf(Locale.ROOT, "misspelt names: %d, found or offered: %.1f%%%n", slips, 100.0 * found / slips);
        assertThat(wrong).isEmpty();
        assertThat((double) found / slips).isGreaterThan(0.8);
    }

    private static Optional<AreaId> areaOf(Named named) {
        return read(named.name(), named).places().stream()
                .filter(place -> place.name().equals(named.name()))
                .findFirst()
                .flatMap(Place::area);
    }

    /** Some slips make another real name; then that is what was written. */
    private static boolean isRealName(String typed) {
        return TOWNS.known().names().find(typed).stream()
                .anyMatch(match -> match.start() == 0 && match.end() == typed.length());
    }

    private static Set<String> latin(String reading) {
        String plain = Romaji.of(reading);
        String shown = Romaji.shown(reading);
        String doubled = shown.replace("ō", "oo").replace("ū", "uu");
        String spelt = shown.replace("ō", "ou").replace("ū", "uu");
        String short_ = shown.replace("ō", "o").replace("ū", "u");
        String oh = shown.replaceAll("ō(?![aiueoy])", "oh").replace("ō", "o").replace("ū", "u");
        return new LinkedHashSet<>(List.of(
                plain,
                shown,
                doubled,
                spelt,
                short_,
                oh,
                shown.toUpperCase(Locale.ROOT),
                shown.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> misspelt(Named named) {
        var all = new LinkedHashSet<String>();
        String kana = named.reading();
        for (int i = 0; i < kana.length(); i++) {
            all.add(kana.substring(0, i) + kana.substring(i + 1));
            all.add(kana.substring(0, i) + "ー" + kana.substring(i));
            all.add(kana.substring(0, i) + SLIPS.charAt(i % SLIPS.length()) + kana.substring(i + 1));
            if (i > 0) all.add(swapped(kana, i));
        }
        all.add(kana.replace("っ", "つ").replace("ょ", "よ").replace("ゅ", "ゆ"));
        String name = named.name();
        for (int i = 0; i < name.length() - 1; i++) {
            all.add(name.substring(0, i) + WRONG_KANJI + name.substring(i + 1));
            if (i > 0) all.add(swapped(name, i));
        }
        all.remove(kana);
        all.remove(name);
        all.removeIf(typed -> typed.length() < 3);
        return all;
    }

    private static String swapped(String word, int i) {
        return word.substring(0, i - 1) + word.charAt(i) + word.charAt(i - 1) + word.substring(i + 1);
    }
}
