package tsunagu.areas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.areas.Area.School;
import tsunagu.areas.Area.Town;
import tsunagu.text.Hangul;
import tsunagu.text.Language;
import tsunagu.text.Romaji;

/**
 * A municipality and all that is known of its areas. Read from {@code config/municipalities/<id>.yml}.
 *
 * @param networkWord what it calls the bodies that look after areas
 * @param otherTowns towns whose area is not known
 * @param postcodes what says which postcode is which town
 * @param gaps what people ask for and the documents do not say
 * @param ownWords words that tell that this municipality is meant
 */
public record Municipality(
        MunicipalityId id,
        String name,
        Title title,
        NetworkWord networkWord,
        List<Area> areas,
        Optional<Fact<List<Town>>> otherTowns,
        Optional<Fact<String>> postcodes,
        Optional<Fact<Office>> office,
        Optional<Joining> joining,
        List<Gap> gaps,
        Map<Aspect, Fact<Statement>> aboutNetworks,
        List<Layer> layers,
        List<String> ownWords) {

    /**
     * An official name, which stays Japanese in every language, with its reading for those who cannot read it.
     *
     * @param reading in hiragana, empty where it is not known
     * @param english what an English sentence calls it, Japanese included
     */
    public record Title(String written, String reading, Optional<String> english) {

        /** Without an English name of its own. */
        public Title(String written, String reading) {
            this(written, reading, Optional.empty());
        }

        /** 「青嵐中」「青嵐中（せいらんちゅう）」「青嵐中 (Seiranchū)」「青嵐中(세이란추)」 */
        public String in(Language language) {
            if (language == Language.ENGLISH && english.isPresent()) return english.get();
            if (language == Language.JAPANESE || reading.isEmpty() || reading.equals(written)) return written;
            return switch (language) {
                case JAPANESE -> written;
                case EASY_JAPANESE -> written + "（" + reading + "）";
                case ENGLISH -> written + " (" + Romaji.shown(reading) + ")";
                case CHINESE -> written + "（" + Romaji.shown(reading) + "）";
                case KOREAN -> written + "(" + Hangul.of(reading) + ")";
            };
        }
    }

    /** 「地域協力ネットワーク」; {@code spellings} are all the ways to write it, the name itself among them. */
    public record NetworkWord(String name, Title title, List<String> spellings) {}

    /** A sentence that staff wrote down, in Japanese and where possible in other languages. */
    public record Statement(String says, Map<Language, String> translations) {
        public Statement {
            translations = Map.copyOf(translations);
        }

        /** The sentence in a language where there is one, else the Japanese. */
        public String in(Language language) {
            return translations.getOrDefault(language, says);
        }
    }

    /** What is stated of all networks of a municipality together. */
    public enum Aspect {
        DEFINITION,
        INDEPENDENCE,
        COUNT,
        UNIT,
        MEMBERS_TOTAL
    }

    /**
     * Whom to ask.
     *
     * @param title how it is called for short: 「協働コミュニティ課」
     * @param telephone absent where the documents name none; none is ever guessed
     * @param fax told only to those who ask for it, or take it for the telephone
     */
    public record Office(
            String name,
            Title title,
            List<String> spellings,
            Optional<String> address,
            Optional<String> telephone,
            Optional<Fact<String>> fax) {}

    /** Who may take part, and how one begins. */
    public record Joining(Fact<Statement> who, Fact<Statement> how) {}

    /** Something the documents are silent about, and the words by which people ask for it. */
    public record Gap(Statement what, List<String> words) {}

    /** One of the nested ranges in which community life is thought of: 「第1層 身近な地域」. */
    public record Layer(String name, List<String> spellings, Fact<Statement> says) {
        private static final Pattern BETWEEN_THINGS = Pattern.compile("[、。・：や]|等|など|例|です");

        public boolean isCalled(String word) {
            return name.equals(word) || spellings.contains(word);
        }

        /** Whether one of the things it tells stands in the words: 「警察署は何層」. */
        public boolean tellsOf(String words) {
            return BETWEEN_THINGS
                    .splitAsStream(says.value().says())
                    .anyMatch(thing -> thing.length() > 2 && words.contains(thing));
        }
    }

    /** All towns, those whose area is not known last. */
    public Stream<Town> towns() {
        return Stream.concat(areas.stream().flatMap(area -> area.towns().stream()), otherTowns.stream())
                .flatMap(fact -> fact.value().stream());
    }

    public Optional<Area> findArea(AreaId wanted) {
        return areas.stream().filter(area -> area.id().equals(wanted)).findFirst();
    }

    Optional<Town> findTown(String wanted) {
        return towns().filter(town -> town.name().equals(wanted)).findFirst();
    }

    Optional<School> findSchool(String wanted) {
        return areas.stream()
                .flatMap(area -> area.schools().stream())
                .filter(school -> school.name().equals(wanted))
                .findFirst();
    }

    /** What it is with what staff have said of it. */
    Municipality amended(Amendment amendment) {
        return switch (amendment) {
            case Amendment.TownLies lies -> lying(lies);
            case Amendment.SchoolLies lies -> lying(lies);
            case Amendment.TownsExist exist -> existing(exist);
            case Amendment.PostcodesAre are -> withPostcodes(are);
            case Amendment.Drawn _ -> this;
        };
    }

    private Municipality lying(Amendment.TownLies lies) {
        Town town = findTown(lies.town())
                .orElseGet(() -> new Town(id, lies.town(), "", List.of(), Optional.empty()))
                .placed(Optional.empty());
        List<Area> placed = areas.stream()
                .map(area -> {
                    List<Town> towns = area.towns().map(Fact::value).orElse(List.of()).stream()
                            .filter(one -> !one.name().equals(town.name()))
                            .collect(Collectors.toCollection(ArrayList::new));
                    if (!lies.areas().contains(area.id())) return area.withTowns(joined(area.towns(), towns, null));
                    var placement = new Area.Placement(lies.basis().of(area.id()), Optional.of(lies.since()));
                    towns.add(town.placed(Optional.of(placement)));
                    return area.withTowns(joined(area.towns(), towns, lies.basis()));
                })
                .toList();
        List<Town> others = otherTowns.map(Fact::value).orElse(List.of()).stream()
                .filter(one -> !one.name().equals(town.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        boolean nowhere = lies.areas().isEmpty();
        if (nowhere) others.add(town);
        return with(placed, joined(otherTowns, others, nowhere ? lies.basis() : null), postcodes);
    }

    private Municipality lying(Amendment.SchoolLies lies) {
        Optional<School> found = findSchool(lies.school());
        if (found.isEmpty()) return this;
        School school = found.get();
        var placement = new Area.Placement(lies.basis().of(lies.area()), Optional.of(lies.since()));
        var moved = new School(school.name(), school.reading(), school.level(), placement);
        return with(
                areas.stream()
                        .map(area -> {
                            var schools = area.listSchools(school.level()).stream()
                                    .filter(one -> !one.name().equals(school.name()))
                                    .collect(Collectors.toCollection(ArrayList::new));
                            boolean here = area.id().equals(lies.area());
                            if (here) schools.add(moved);
                            return area.withSchools(
                                    school.level(),
                                    joined(area.findSchools(school.level()), schools, here ? lies.basis() : null));
                        })
                        .toList(),
                otherTowns,
                postcodes);
    }

    private Municipality existing(Amendment.TownsExist exist) {
        var others = new ArrayList<Town>(otherTowns.map(Fact::value).orElse(List.of()));
        boolean added = false;
        for (Amendment.TownsExist.Named named : exist.towns()) {
            others.replaceAll(town -> town.name().equals(named.name())
                    ? new Town(id, town.name(), named.reading(), town.postcodes(), Optional.empty())
                    : town);
            if (findTown(named.name()).isPresent()) continue;
            others.add(new Town(id, named.name(), named.reading(), List.of(), Optional.empty()));
            added = true;
        }
        return with(areas, joined(otherTowns, others, added ? exist.basis() : null), postcodes);
    }

    private Municipality withPostcodes(Amendment.PostcodesAre are) {
        UnaryOperator<Town> posted = town -> new Town(
                id,
                town.name(),
                town.reading(),
                are.ofTowns().getOrDefault(town.name(), town.postcodes()),
                town.placement());
        UnaryOperator<Fact<List<Town>>> all =
                fact -> fact.basis().of(fact.value().stream().map(posted).toList());
        return with(
                areas.stream()
                        .map(area -> area.withTowns(area.towns().map(all)))
                        .toList(),
                otherTowns.map(all),
                Optional.of(are.basis().of("")));
    }

    /** What is said of the one joins the grounds of the whole list. */
    private static <T> Optional<Fact<List<T>>> joined(Optional<Fact<List<T>>> before, List<T> now, Fact.Basis added) {
        if (now.isEmpty()) return Optional.empty();
        List<Fact.Evidence> evidence = Stream.concat(
                        before.stream().flatMap(fact -> fact.evidence().stream()),
                        Stream.ofNullable(added).flatMap(basis -> basis.evidence().stream()))
                .distinct()
                .toList();
        Fact.Confidence confidence = before.map(Fact::confidence)
                .orElseGet(() -> added == null ? Fact.Confidence.MEDIUM : added.confidence());
        return Optional.of(new Fact<>(List.copyOf(now), confidence, evidence));
    }

    private Municipality with(
            List<Area> otherAreas, Optional<Fact<List<Town>>> withoutArea, Optional<Fact<String>> posted) {
        return new Municipality(
                id,
                name,
                title,
                networkWord,
                otherAreas,
                withoutArea,
                posted,
                office,
                joining,
                gaps,
                aboutNetworks,
                layers,
                ownWords);
    }
}
