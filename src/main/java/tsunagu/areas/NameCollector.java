package tsunagu.areas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.Area.School;
import tsunagu.areas.Area.Town;
import tsunagu.areas.file.MunicipalityFile;
import tsunagu.areas.file.MunicipalityFile.AreaEntry;
import tsunagu.areas.file.MunicipalityFile.BroadName;
import tsunagu.areas.spelling.Name;
import tsunagu.areas.spelling.NameIndex;
import tsunagu.text.Romaji;

/** Puts every name of a municipality, in every spelling, into the index of names. */
final class NameCollector {
    /** A shorter stem, such as Minami, may be anybody's name. */
    private static final int SHORTEST_STEM = 7;

    private final MunicipalityFile file;
    private final Municipality municipality;
    private final NameIndex.Builder<Named> names;
    private final Map<String, Place> placesByName = new HashMap<>();

    NameCollector(MunicipalityFile file, Municipality municipality, NameIndex.Builder<Named> names) {
        this.file = file;
        this.municipality = municipality;
        this.names = names;
    }

    void collect() {
        var whole = new Named.APlace(new Place.Whole(municipality.id(), municipality.name()));
        add(Name.of(file.name()), file.spellings(), whole);
        file.areas().forEach(this::area);
        municipality
                .otherTowns()
                .ifPresent(towns -> towns.value().forEach(town -> town(town, Name.of(town.name()), List.of())));
        file.broadNames().forEach(this::broad);
        var ownWord = new Named.OwnWord(municipality.id());
        municipality.networkWord().spellings().forEach(spelling -> names.add(spelling, ownWord));
        file.ownWords().forEach(word -> names.add(word, ownWord));
        if (file.office() != null) file.office().spellings().forEach(spelling -> names.add(spelling, ownWord));
    }

    private void area(AreaEntry entry) {
        Area area =
                municipality.findArea(new AreaId(municipality.id(), entry.id())).orElseThrow();
        var name = Name.of(entry.name());
        var place = new Place.OfArea(area.id(), area.name());
        placesByName.put(area.name(), place);
        // Who names the network means its area.
        var named = new Named.APlace(place);
        add(name, entry.spellings(), named);
        names.add(area.network().name().value(), named);
        for (String word : networkWords()) {
            names.add(area.name() + word, named);
            names.add(area.name() + "の" + word, named);
        }
        if (entry.network().nickname() != null) {
            names.add(entry.network().nickname().name(), named);
            names.add(Name.of(entry.network().nickname().name()), named);
            entry.network().nickname().spellings().forEach(spelling -> names.add(spelling, named));
        }
        schools(area.schools(), entry);
        if (entry.towns() != null) {
            area.towns()
                    .orElseThrow()
                    .value()
                    .forEach(town -> entry.towns().names().stream()
                            .filter(one -> Name.of(one.name()).written().equals(town.name()))
                            .forEach(one -> town(town, Name.of(one.name()), one.spellings())));
        }
    }

    private Stream<String> words() {
        return Stream.concat(
                Stream.of(municipality.networkWord().name(), "ネットワーク"), file.networkWord().spellings().stream());
    }

    private List<String> networkWords() {
        return words().distinct().toList();
    }

    private void schools(List<School> schools, AreaEntry entry) {
        Stream.of(entry.juniorHighSchools(), entry.elementarySchools())
                .flatMap(entries -> Optional.ofNullable(entries).stream())
                .flatMap(entries -> entries.names().stream())
                .map(Name::of)
                .forEach(name -> schools.stream()
                        .filter(school -> school.name().equals(name.written()))
                        .forEach(school -> {
                            var place = new Place.AtSchool(school);
                            placesByName.put(school.name(), place);
                            add(
                                    name,
                                    file.schoolSpellings().getOrDefault(school.name(), List.of()),
                                    new Named.APlace(place));
                        }));
    }

    private void town(Town town, Name name, List<String> spellings) {
        var place = new Place.InTown(town, false);
        placesByName.put(town.name(), place);
        add(name, spellings, new Named.APlace(place));
        withoutSuffix(town, place);
    }

    /** 「北原」 for 北原町, when it is all that was typed and no broad name; in a sentence it may be anything. */
    private void withoutSuffix(Town town, Place.InTown place) {
        String stem = town.name().substring(0, town.name().length() - 1);
        boolean broad = file.broadNames().stream()
                .anyMatch(one -> Name.of(one.name()).written().equals(stem));
        if (!town.name().endsWith("町") || broad) return;
        if (stem.length() > 1) names.addAlone(stem, new Named.APlace(place));
        String heard = Romaji.of(town.reading().replaceAll("(ちょう|まち)$", ""));
        if (heard.length() >= SHORTEST_STEM) names.addHeard(heard, new Named.APlace(place));
    }

    private void broad(BroadName entry) {
        List<Place> choices = entry.choices().stream()
                .map(placesByName::get)
                .filter(p -> p != null)
                .toList();
        var broad = new Named.Broad(municipality.id(), choices);
        if (!entry.alone()) names.add(Name.of(entry.name()), broad);
        Stream.concat(Name.of(entry.name()).spellings().stream(), entry.spellings().stream())
                .forEach(spelling -> {
                    if (entry.alone()) names.addAlone(spelling, broad);
                    else names.add(Name.of(spelling), broad);
                });
    }

    private void add(Name name, List<String> spellings, Named target) {
        names.add(name, target);
        spellings.forEach(spelling -> names.add(Name.of(spelling), target));
    }

    /** What a name in a resident's words may stand for, before its surroundings have settled it. */
    sealed interface Named {

        record APlace(Place place) implements Named {}

        /** A name that is part of several names: 保谷. */
        record Broad(MunicipalityId municipality, List<Place> choices) implements Named {}

        /** A municipality that we hold no documents of. */
        record Elsewhere(String name) implements Named {}

        /** A word that only one municipality uses; it tells which one is meant, and names no place. */
        record OwnWord(MunicipalityId municipality) implements Named {}
    }
}
