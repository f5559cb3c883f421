package tsunagu.groups;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.text.Folding;

/** All that residents may be told of, held in memory and searched from end to end: a town has some thousands. */
final class GatheringShelf {
    private static final int SHORTEST_NAME = 3;
    private static final double KILOMETRES_A_DEGREE = 111.0;
    private static final double NARROWING_IN_JAPAN = 0.81;

    private final Map<MunicipalityId, List<Folded>> folded;
    private final Map<AreaId, Gathering.Point> centres = new HashMap<>();

    GatheringShelf(List<Gathering> all) {
        folded = all.stream()
                .map(GatheringShelf::fold)
                .collect(Collectors.groupingBy(one -> one.gathering().municipality()));
        all.stream()
                .filter(one -> one.areas().size() == 1 && one.venue().point().isPresent())
                .collect(Collectors.groupingBy(one -> one.areas().getFirst()))
                .forEach((area, here) -> centres.put(area, centre(here)));
    }

    /** @param name as people would say it, folded */
    private record Folded(Gathering gathering, String name, String text, String address) {}

    private record Fitting(Gathering gathering, int fit, int tier, double kilometres) {}

    private static Folded fold(Gathering one) {
        String text = Stream.concat(
                        Stream.of(one.name(), one.reading(), one.what(), one.forWhom()), one.keywords().stream())
                .map(Folding::name)
                .collect(Collectors.joining("\n"));
        String name = Folding.name(bare(one.name()));
        return new Folded(
                one,
                name,
                text,
                Folding.name(one.venue().address() + one.venue().name()));
    }

    /** Without what stands in brackets: 「【見本】ひばりサロン（西部）」 is called ひばりサロン. */
    static String bare(String name) {
        return name.replaceAll("【[^】]*】|（[^）]*）|\\([^)]*\\)", "").strip();
    }

    boolean knowsAny(MunicipalityId municipality) {
        return folded.containsKey(municipality);
    }

    Optional<Gathering> find(long id) {
        return folded.values().stream()
                .flatMap(List::stream)
                .map(Folded::gathering)
                .filter(one -> one.id() == id)
                .findFirst();
    }

    /** The one whose name stands in these words; of several the longest. */
    Optional<Gathering> findNamed(String words, MunicipalityId municipality) {
        String said = Folding.name(words);
        return in(municipality)
                .filter(one -> one.name().length() >= SHORTEST_NAME && said.contains(one.name()))
                .max(Comparator.comparingInt(one -> one.name().length()))
                .map(Folded::gathering);
    }

    /** The best first: how well they fit, then how near they are, then how lately they were confirmed. */
    List<Gathering> find(GatheringSearch search) {
        List<List<String>> words = search.words().stream()
                .map(spellings -> spellings.stream().map(Folding::name).toList())
                .toList();
        List<String> helpful = search.helpful().stream().map(Folding::name).toList();
        String place = Folding.name(search.place());
        return in(search.municipality())
                .flatMap(one -> fitting(one, search, words, helpful, place).stream())
                .sorted(Comparator.comparingInt(Fitting::fit)
                        .reversed()
                        .thenComparingInt(Fitting::tier)
                        .thenComparing(one -> one.gathering().stale())
                        .thenComparingDouble(Fitting::kilometres)
                        .thenComparing(
                                one -> one.gathering().confirmedOn().orElse(LocalDate.MIN), Comparator.reverseOrder())
                        .thenComparing(one -> one.gathering().name()))
                .map(Fitting::gathering)
                .toList();
    }

    private Stream<Folded> in(MunicipalityId municipality) {
        return folded.getOrDefault(municipality, List.of()).stream();
    }

    private Optional<Fitting> fitting(
            Folded one, GatheringSearch search, List<List<String>> words, List<String> helpful, String place) {
        int fit = fit(one, search, words, helpful);
        if (fit == 0) return Optional.empty();
        return Optional.of(new Fitting(
                one.gathering(),
                fit,
                tier(one, search, place),
                search.near()
                        .map(centres::get)
                        .map(centre -> kilometres(one.gathering(), centre).orElse(Double.MAX_VALUE))
                        .orElse(0.0)));
    }

    /** From 0, which does not fit, to what was asked for by kind and every word. */
    private static int fit(Folded one, GatheringSearch search, List<List<String>> words, List<String> helpful) {
        boolean all = words.stream().allMatch(spellings -> spellings.stream().anyMatch(one.text()::contains));
        if (!all) return 0;
        int rank = search.kinds().indexOf(one.gathering().kind());
        boolean helps = helpful.stream().anyMatch(one.text()::contains);
        if (!words.isEmpty()) return rank >= 0 ? 3 : 2;
        if (rank < 0) return helps ? 1 : 0;
        return helps ? 3 : 2;
    }

    private static int tier(Folded one, GatheringSearch search, String place) {
        if (!place.isEmpty() && one.address().contains(place)) return 0;
        if (search.near().isEmpty()) return 1;
        if (one.gathering().areas().contains(search.near().get())) return 1;
        return one.gathering().areas().isEmpty() ? 2 : 3;
    }

    private static OptionalDouble kilometres(Gathering one, Gathering.Point from) {
        return one.venue()
                .point()
                .map(point -> OptionalDouble.of(Math.hypot(
                                point.latitude() - from.latitude(),
                                (point.longitude() - from.longitude()) * NARROWING_IN_JAPAN)
                        * KILOMETRES_A_DEGREE))
                .orElse(OptionalDouble.empty());
    }

    private static Gathering.Point centre(List<Gathering> here) {
        return new Gathering.Point(
                here.stream()
                        .mapToDouble(one -> one.venue().point().orElseThrow().latitude())
                        .average()
                        .orElseThrow(),
                here.stream()
                        .mapToDouble(one -> one.venue().point().orElseThrow().longitude())
                        .average()
                        .orElseThrow());
    }
}
