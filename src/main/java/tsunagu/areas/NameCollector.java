package tsunagu.areas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.areas.Area.School;
import tsunagu.areas.Area.Town;
import tsunagu.areas.file.MunicipalityFile;
import tsunagu.areas.file.MunicipalityFile.AreaEntry;
import tsunagu.areas.file.MunicipalityFile.BroadName;
import tsunagu.areas.spelling.Name;
import tsunagu.areas.spelling.NameIndex;
import tsunagu.text.Romaji;
import tsunagu.text.Years;

/** Puts every name of a municipality, in every spelling, into the index of names. */
final class NameCollector {
    /** A shorter stem, such as Minami, may be anybody's name. */
    private static final int SHORTEST_STEM = 7;

    private static final int SHORTEST_READ = 4;

    private static final Pattern CHOME = Pattern.compile("(.+?)([一二三四五六七八九十]+)丁目");

    private final MunicipalityFile file;
    private final Municipality municipality;
    private final NameIndex.Builder<Named> names;
    private final Map<String, Spelled> spelled = new HashMap<>();
    private final Map<String, Place> placesByName = new HashMap<>();

    /** A name of the file, or of a register, and how else it is written. */
    private record Spelled(Name name, List<String> spellings) {}

    NameCollector(
            MunicipalityFile file,
            Municipality municipality,
            List<Amendment> amendments,
            NameIndex.Builder<Named> names) {
        this.file = file;
        this.municipality = municipality;
        this.names = names;
        spell();
        for (Amendment amendment : amendments) {
            if (amendment instanceof Amendment.TownsExist exist) exist.towns().forEach(this::spell);
        }
    }

    private void spell() {
        if (file.otherTowns() != null) {
            file.otherTowns().names().forEach(ruby -> spell(Name.of(ruby), List.of()));
        }
        for (AreaEntry area : file.areas()) {
            if (area.towns() != null) {
                area.towns().names().forEach(town -> spell(Name.of(town.name()), town.spellings()));
            }
            Stream.of(area.juniorHighSchools(), area.elementarySchools())
                    .flatMap(Stream::ofNullable)
                    .flatMap(schools -> schools.names().stream())
                    .map(Name::of)
                    .forEach(name -> spell(name, file.schoolSpellings().getOrDefault(name.written(), List.of())));
        }
    }

    private void spell(Name name, List<String> spellings) {
        spelled.put(name.written(), new Spelled(name, spellings));
    }

    /** The reading that the file gives is the town's own, and goes before the register's. */
    private void spell(Amendment.TownsExist.Named town) {
        Spelled before = spelled.get(town.name());
        boolean read = before != null && !before.name().reading().equals(town.name());
        Name name = read ? before.name() : Name.of(town.name(), town.reading());
        List<String> others = before == null ? List.of() : before.spellings();
        spell(name, Stream.concat(others.stream(), town.spellings().stream()).toList());
    }

    /** A part of a town (「田無町三丁目」) is spelled as its town. */
    private Spelled spelled(String written) {
        Spelled known = spelled.get(written);
        if (known != null) return known;
        Matcher part = CHOME.matcher(written);
        if (!part.matches()) return new Spelled(Name.of(written), List.of());
        Name whole = spelled(part.group(1)).name();
        return new Spelled(whole.chome(part.group(2), Years.number(part.group(2))), List.of());
    }

    void collect() {
        var whole = new Named.APlace(new Place.Whole(municipality.id(), municipality.name()));
        add(Name.of(file.name()), file.spellings(), whole);
        file.areas().forEach(this::area);
        municipality.otherTowns().ifPresent(towns -> towns.value().forEach(this::town));
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
        area.schools().forEach(this::school);
        area.towns().ifPresent(towns -> towns.value().forEach(this::town));
    }

    private Stream<String> words() {
        return Stream.concat(
                Stream.of(municipality.networkWord().name(), "ネットワーク"), file.networkWord().spellings().stream());
    }

    private List<String> networkWords() {
        return words().distinct().toList();
    }

    private void school(School school) {
        var place = new Place.AtSchool(school);
        placesByName.put(school.name(), place);
        Spelled known = spelled(school.name());
        add(known.name(), known.spellings(), new Named.APlace(place));
        known.name().findStem().ifPresent(stem -> withoutKind(stem, place));
    }

    /** 「保谷第二」 for 保谷第二小; where 保谷第二中 is another school, both are meant. */
    private void withoutKind(Name stem, Place.AtSchool place) {
        var named = new Named.APlace(place);
        stem.spellings().forEach(spelling -> names.add(spelling, named));
    }

    private void town(Town town) {
        var place = new Place.InTown(town, false);
        placesByName.put(town.name(), place);
        Spelled known = spelled(town.name());
        add(known.name(), known.spellings(), new Named.APlace(place));
        withoutSuffix(town, place);
    }

    /** 「北原」 for 北原町, when it is all that was typed and no broad name; in a sentence it may be anything. */
    private void withoutSuffix(Town town, Place.InTown place) {
        String stem = town.name().substring(0, town.name().length() - 1);
        boolean broad = file.broadNames().stream()
                .anyMatch(one -> Name.of(one.name()).written().equals(stem));
        if (!town.name().endsWith("町") || broad) return;
        if (stem.length() > 1) names.addAlone(stem, new Named.APlace(place));
        String read = town.reading().replaceAll("(ちょう|まち)$", "");
        if (read.length() >= SHORTEST_READ) names.addAlone(read, new Named.APlace(place));
        String heard = Romaji.of(read);
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
