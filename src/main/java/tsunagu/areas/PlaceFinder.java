package tsunagu.areas;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.areas.NameCollector.Named;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.areas.PlaceReading.Finding.Why;
import tsunagu.areas.spelling.Name;
import tsunagu.areas.spelling.NameIndex.Match;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

/**
 * Reads the places out of a resident's words: school, town, postcode, nickname, area, municipality, in any spelling.
 * What may be several places is never guessed.
 */
@Singleton
public class PlaceFinder {

    /** Stands for a name in {@link PlaceReading#rest}. */
    public static final String NAME_MARK = "★";

    private static final Pattern TAKEN_BACK = Pattern.compile("(?:じゃ|では|で)なく(?!な)");
    private static final Pattern POSTCODE = Pattern.compile("(?<![0-9-])([0-9]{3})[-\\s]?([0-9]{4})(?![0-9-])");
    private static final Pattern OTHER_SCHOOL =
            Pattern.compile("[\\p{IsHan}ヶケァ-ヴー]{1,6}(?:[がのヶケ][\\p{IsHan}]{1,3})?(?:中学校|小学校)(?!区|通学|と|の通学)");
    private static final Pattern OTHER_TOWN = Pattern.compile("\\p{IsHan}{2,4}町(?=[0-9一二三四五六七八九]|に|です|在住|の|は|$)");
    private static final String BOTH_KINDS = "小中学校";
    private static final Set<String> NOT_TOWNS = Set.of("下町", "城下町", "各町", "当町", "全町", "隣町", "地元町", "港町", "宿場町");
    private static final Set<String> NOT_SCHOOLS =
            Set.of("市立", "公立", "区立", "地元", "近所", "母校", "最寄", "各", "何", "一番", "全", "他");

    private final Municipalities municipalities;

    public PlaceFinder(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /**
     * @param settled the municipality that the conversation has settled, if it has
     * @param usual the municipality the channel stands for; used for names of areas, never to guess a town
     */
    public PlaceReading read(String words, Optional<MunicipalityId> settled, MunicipalityId usual) {
        // One moment for all of it: what holds may be replaced at any time.
        Municipalities.Known known = municipalities.known();
        String text = Folding.width(words);
        List<Match<Named>> matches = matches(text, known.names().find(words), known);
        List<Match<Named>> meant = matches.stream()
                .filter(match -> !isTakenBack(match, matches, text))
                .toList();
        List<Finding> postcodes = postcodes(text, known);
        Optional<MunicipalityId> named = named(meant, text);
        Optional<MunicipalityId> certain = named.or(() -> certain(meant, postcodes, known));
        var findings = new ArrayList<>(postcodes);
        for (var match : meant) {
            finding(
                            match,
                            places(match, known),
                            Name.isChomeAt(text, match.end()),
                            named,
                            certain.or(() -> settled),
                            usual)
                    .filter(one -> findings.stream().noneMatch(before -> same(before, one)))
                    .ifPresent(findings::add);
        }
        if (findings.stream().noneMatch(PlaceFinder::isNarrow))
            others(text, matches).forEach(findings::add);
        List<Finding> sure = withoutDoubt(asContinued(findings)).stream()
                .map(finding -> inFull(finding, known))
                .toList();
        return new PlaceReading(sure, named, certain, hinted(meant), rest(text, matches));
    }

    /** 「田無小じゃなくて谷戸小」 names 谷戸小. */
    private static boolean isTakenBack(Match<Named> match, List<Match<Named>> matches, String text) {
        return TAKEN_BACK.matcher(text).region(match.end(), text.length()).lookingAt()
                && matches.stream().anyMatch(later -> later.start() > match.end());
    }

    /** Where no place is named for certain, also names with a mistake in them. */
    private static List<Match<Named>> matches(String text, List<Match<Named>> found, Municipalities.Known known) {
        boolean places = found.stream()
                .flatMap(match -> match.targets().stream())
                .anyMatch(target -> target instanceof Named.Elsewhere
                        || target instanceof Named.Broad
                        || target instanceof Named.APlace place && !(place.place() instanceof Place.Whole));
        if (places || POSTCODE.matcher(text).find()) return inWhole(text, found, known);
        var all = new ArrayList<>(found);
        known.names().findMisspelt(leftOver(text, found)).stream()
                .filter(match -> match.targets().stream().anyMatch(PlaceFinder::isTown) || isMunicipality(match))
                .filter(match ->
                        found.stream().noneMatch(one -> one.start() < match.end() && match.start() < one.end()))
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Match::start));
        return all;
    }

    /** 「谷戸弟二小」 is more than the 二小 in it, where what stands before belongs to it. */
    private static List<Match<Named>> inWhole(String text, List<Match<Named>> found, Municipalities.Known known) {
        boolean cut = found.size() == 1
                && (found.getFirst().targets().size() > 1
                        || found.getFirst().targets().getFirst() instanceof Named.Broad)
                && found.getFirst().start() > 0
                && Kana.isKanji(text.charAt(found.getFirst().start() - 1));
        if (!cut) return found;
        Match<Named> part = found.getFirst();
        return known.names().findMisspelt(text).stream()
                .filter(match -> match.certain() && match.start() < part.start() && match.end() >= part.end())
                .filter(match -> match.targets().stream().anyMatch(PlaceFinder::isTown))
                .findFirst()
                .map(List::of)
                .orElse(found);
    }

    private static boolean isMunicipality(Match<Named> match) {
        return match.certain() && (match.typed().endsWith("市") || match.typed().endsWith("区"));
    }

    private static boolean isTown(Named target) {
        return target instanceof Named.APlace place && !(place.place() instanceof Place.Whole);
    }

    /** 「保谷第一小と二小」: a name cut short goes on from the one before it. */
    private static List<Finding> asContinued(List<Finding> findings) {
        var continued = new ArrayList<Finding>();
        for (Finding finding : findings) {
            Optional<Finding> meant = Optional.empty();
            if (finding instanceof Finding.Several several
                    && !continued.isEmpty()
                    && continued.getLast() instanceof Finding.One before) {
                meant = closest(several, before.place().name()).map(place -> new Finding.One(several.typed(), place));
            }
            continued.add(meant.orElse(finding));
        }
        return continued;
    }

    private static Optional<Place> closest(Finding.Several several, String name) {
        List<Place> alike = several.candidates().stream()
                .filter(Place.AtSchool.class::isInstance)
                .filter(place -> !place.name().equals(name) && place.name().startsWith(name.substring(0, 2)))
                .filter(place -> place.name().endsWith(several.typed()))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static boolean isNarrow(Finding finding) {
        return !(finding instanceof Finding.One one && one.place() instanceof Place.Whole);
    }

    private static boolean same(Finding before, Finding after) {
        return before instanceof Finding.One a
                && after instanceof Finding.One b
                && a.place().name().equals(b.place().name())
                && a.place().municipality().equals(b.place().municipality());
    }

    /** A broad name beside a certain one only describes it: 「保谷の青嵐中」. */
    private static List<Finding> withoutDoubt(List<Finding> findings) {
        // 「田無は南部」 is said of an area, which describes no place.
        boolean certain = findings.stream()
                .anyMatch(one -> one instanceof Finding.One(var typed, var place)
                        && !(place instanceof Place.Whole || place instanceof Place.OfArea));
        if (!certain) return findings;
        return findings.stream()
                .filter(one -> !(one instanceof Finding.Several several && several.why() == Why.BROAD_NAME))
                .toList();
    }

    private static List<Finding> postcodes(String source, Municipalities.Known known) {
        var found = new ArrayList<Finding>();
        Matcher postcode = POSTCODE.matcher(source);
        while (postcode.find()) {
            String written = postcode.group(1) + "-" + postcode.group(2);
            List<Place> places = withoutDispute(known.towns()
                    .filter(town -> town.postcodes().contains(written))
                    .map(town -> (Place) new Place.InTown(town, true))
                    .toList());
            found.add(
                    switch (places.size()) {
                        case 0 -> new Finding.None(written, Why.UNKNOWN_POSTCODE);
                        case 1 -> new Finding.One(written, places.getFirst());
                        default -> new Finding.Several(written, Why.BROAD_NAME, places);
                    });
        }
        return found;
    }

    /** A town that is said to lie in two areas lies in none that could be told. */
    private static List<Place> withoutDispute(List<Place> places) {
        var towns = new LinkedHashMap<List<Object>, Place>();
        for (Place place : places) {
            towns.merge(
                    place instanceof Place.InTown town ? List.of(town.municipality(), town.name()) : List.of(place),
                    place,
                    (one, other) -> one.area().equals(other.area())
                            ? one
                            : new Place.InTown(
                                    ((Place.InTown) one).town().placed(Optional.empty()),
                                    ((Place.InTown) one).byPostcode()));
        }
        return List.copyOf(towns.values());
    }

    /** The municipality named last; one that a resident comes from (「練馬区から」) gives way to another. */
    private Optional<MunicipalityId> named(List<Match<Named>> matches, String text) {
        var named = new ArrayList<MunicipalityId>();
        var origins = new ArrayList<MunicipalityId>();
        for (var match : matches) {
            boolean origin = text.startsWith("から", match.end());
            match.targets().stream()
                    .filter(target -> target instanceof Named.APlace place && place.place() instanceof Place.Whole)
                    .map(target -> ((Named.APlace) target).place().municipality())
                    .forEach(origin ? origins::add : named::add);
        }
        if (!named.isEmpty()) return Optional.of(named.getLast());
        return origins.stream().findFirst().filter(any -> matches.size() == 1);
    }

    /** What a postcode, or a name borne in one municipality alone, leaves no doubt about. */
    private static Optional<MunicipalityId> certain(
            List<Match<Named>> matches, List<Finding> postcodes, Municipalities.Known known) {
        var fromPostcodes = postcodes.stream()
                .filter(Finding.One.class::isInstance)
                .map(one -> ((Finding.One) one).place().municipality());
        var fromNames = matches.stream()
                .filter(Match::certain)
                .map(match -> bearers(match, known))
                .filter(ids -> ids.size() == 1)
                .flatMap(Set::stream);
        return Stream.concat(fromPostcodes, fromNames).findFirst();
    }

    private static Optional<MunicipalityId> hinted(List<Match<Named>> matches) {
        return matches.stream()
                .flatMap(match -> match.targets().stream())
                .filter(Named.OwnWord.class::isInstance)
                .map(target -> ((Named.OwnWord) target).municipality())
                .findFirst();
    }

    /** The municipalities in which the name is borne. */
    private static Set<MunicipalityId> bearers(Match<Named> match, Municipalities.Known known) {
        var ids = new LinkedHashSet<MunicipalityId>();
        places(match, known).forEach(place -> ids.add(place.municipality()));
        for (Named target : match.targets()) {
            if (target instanceof Named.Broad broad) ids.add(broad.municipality());
        }
        return ids;
    }

    private static Optional<Finding> finding(
            Match<Named> match,
            List<Place> borne,
            boolean town,
            Optional<MunicipalityId> named,
            Optional<MunicipalityId> settled,
            MunicipalityId usual) {
        List<Place> places = borne;
        List<Place> broad = match.targets().stream()
                .filter(Named.Broad.class::isInstance)
                .flatMap(target -> ((Named.Broad) target).choices().stream())
                .toList();
        if (places.isEmpty() && broad.isEmpty()) return elsewhere(match);
        // 「田無5丁目」 is in a town, not at a school.
        List<Place> towns = town ? towns(Stream.concat(places.stream(), broad.stream())) : List.of();
        if (!towns.isEmpty()) {
            places = towns;
            broad = List.of();
        }
        boolean isMunicipality = places.stream().anyMatch(Place.Whole.class::isInstance);
        if (isMunicipality) return Optional.of(new Finding.One(match.typed(), places.getFirst()));
        if (named.isPresent()) {
            places = in(places, named.get());
            broad = in(broad, named.get());
            if (places.isEmpty() && broad.isEmpty()) {
                return Optional.of(new Finding.None(match.typed(), Why.UNKNOWN_NAME));
            }
        }
        if (!match.certain()) return Optional.of(new Finding.Several(match.typed(), Why.SIMILAR_NAME, places));
        return Optional.of(settle(match.typed(), places, broad, settled, usual));
    }

    private static List<Place> towns(Stream<Place> places) {
        return places.filter(Place.InTown.class::isInstance).distinct().toList();
    }

    private static Finding settle(
            String typed,
            List<Place> places,
            List<Place> broad,
            Optional<MunicipalityId> settled,
            MunicipalityId usual) {
        List<Place> candidates = places;
        if (candidates.size() > 1
                && settled.isPresent()
                && !in(candidates, settled.get()).isEmpty()) {
            candidates = in(candidates, settled.get());
        }
        boolean areas = candidates.stream().allMatch(Place.OfArea.class::isInstance);
        if (candidates.size() > 1 && areas && !in(candidates, usual).isEmpty()) candidates = in(candidates, usual);
        if (broad.isEmpty() && candidates.size() == 1) return new Finding.One(typed, candidates.getFirst());
        boolean sameName = broad.isEmpty();
        return new Finding.Several(
                typed,
                sameName ? Why.SAME_NAME : Why.BROAD_NAME,
                Stream.concat(broad.stream(), candidates.stream()).toList());
    }

    /** 「谷戸」 is short for 谷戸町, where the schools of that name lie in the same area. */
    private static Finding inFull(Finding finding, Municipalities.Known known) {
        if (!(finding instanceof Finding.Several(var typed, var why, var places)) || why != Why.BROAD_NAME)
            return finding;
        boolean sameArea = places.stream().map(Place::area).distinct().count() == 1
                && places.getFirst().area().isPresent();
        List<Place> towns =
                places.stream().filter(Place.InTown.class::isInstance).toList();
        if (!sameArea || towns.size() != 1) return finding;
        Place town = towns.getFirst();
        return known.towns(town.name()).size() == 1 ? new Finding.One(typed, town) : finding;
    }

    /** The places a match may stand for; towns of the same written name in other municipalities belong to them. */
    private static List<Place> places(Match<Named> match, Municipalities.Known known) {
        var places = new LinkedHashSet<Place>();
        match.targets().stream()
                .filter(Named.APlace.class::isInstance)
                .map(target -> ((Named.APlace) target).place())
                .forEach(places::add);
        List<String> towns = places.stream()
                .filter(Place.InTown.class::isInstance)
                .map(Place::name)
                .distinct()
                .toList();
        for (String name : towns) {
            known.towns(name).forEach(town -> places.add(new Place.InTown(town, false)));
        }
        return withoutDispute(List.copyOf(places));
    }

    private static Optional<Finding> elsewhere(Match<Named> match) {
        return match.targets().stream()
                .filter(Named.Elsewhere.class::isInstance)
                .map(target -> (Finding) new Finding.None(match.typed(), Why.ELSEWHERE))
                .findFirst();
    }

    private static List<Place> in(List<Place> places, MunicipalityId municipality) {
        return places.stream()
                .filter(place -> place.municipality().equals(municipality))
                .toList();
    }

    /** Names of schools and towns that we do not know, so that the resident is told so. */
    private static Stream<Finding> others(String text, List<Match<Named>> matches) {
        String left = leftOver(text, matches);
        var schools = OTHER_SCHOOL.matcher(left).results().map(found -> found.group());
        var towns = OTHER_TOWN.matcher(left).results().map(found -> found.group());
        return Stream.concat(
                        schools.filter(
                                name -> NOT_SCHOOLS.stream().noneMatch(name::startsWith) && !name.equals(BOTH_KINDS)),
                        towns.filter(name -> !NOT_TOWNS.contains(name)))
                .map(name -> new Finding.None(name, Why.UNKNOWN_NAME));
    }

    private static String leftOver(String text, List<Match<Named>> matches) {
        var left = new StringBuilder(text);
        for (var match : matches) {
            for (int i = match.start(); i < match.end(); i++) left.setCharAt(i, ' ');
        }
        return left.toString();
    }

    private static String rest(String text, List<Match<Named>> matches) {
        var rest = new StringBuilder();
        int from = 0;
        for (var match : matches) {
            boolean ownWord = match.targets().stream().anyMatch(Named.OwnWord.class::isInstance);
            if (ownWord) continue;
            rest.append(text, from, match.start()).append(NAME_MARK);
            from = match.end();
        }
        rest.append(text.substring(from));
        return POSTCODE.matcher(rest).replaceAll(NAME_MARK);
    }
}
