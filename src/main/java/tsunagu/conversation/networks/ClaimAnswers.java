package tsunagu.conversation.networks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tsunagu.areas.Area;
import tsunagu.areas.Area.Network;
import tsunagu.areas.Area.School;
import tsunagu.areas.AreaId;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Claim;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Message;
import tsunagu.message.Source;

/** Yes or no before what is told, where the facts decide it; without a word of it where they do not. */
@Singleton
public class ClaimAnswers {
    private final Municipalities municipalities;

    ClaimAnswers(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** @param told what is told anyway */
    public Answer verify(Claim claim, MunicipalityId municipality, Answer told, Speech speech) {
        if (!(told instanceof Answer.Cited cited)) return told;
        if (claim instanceof Claim.Number(var number)) return number(number, municipality, cited, speech);
        return holds(claim, municipality)
                .map(yes -> begun(cited, speech.yesOrNo(yes), speech))
                .orElse(cited);
    }

    private Optional<Boolean> holds(Claim claim, MunicipalityId municipality) {
        return switch (claim) {
            case Claim.SameArea(var places, boolean same) -> Optional.of(areasOf(places) == 1 == same);
            case Claim.InArea(var places, var area) ->
                Optional.of(places.stream()
                        .allMatch(place -> place.area().filter(area::equals).isPresent()));
            case Claim.Founded(var areas) -> founded(areas, municipality);
            case Claim.FoundedIn(var area, int year, boolean fiscal) ->
                foundedIn(municipalities.getArea(area).network(), year, fiscal);
            case Claim.FoundedInEra(var areas, var era, boolean all) ->
                foundedInEra(areas(areas, municipality), era, all);
            case Claim.Ranked ranked -> ranked(ranked);
            case Claim.Counted counted ->
                count(counted, municipality).map(count -> counted.bound().holds(count, counted.number()));
            case Claim.DividedBy(var unit, boolean so) ->
                Optional.of(areas(List.of(), municipality))
                        .filter(areas -> !areas.isEmpty())
                        .map(areas ->
                                areas.stream().allMatch(area -> area.name().contains(unit)) == so);
            case Claim.Nicknamed(var area) ->
                nicknamed(municipalities.getArea(area).network());
            case Claim.MayJoin(boolean may) -> Optional.of(may);
            case Claim.Independent independent -> Optional.of(true);
            case Claim.Number number -> Optional.empty();
        };
    }

    private static long areasOf(List<Place> places) {
        return places.stream().map(Place::area).distinct().count();
    }

    private Optional<Boolean> founded(List<AreaId> ids, MunicipalityId municipality) {
        List<Area> areas = areas(ids, municipality);
        boolean all = areas.stream().allMatch(area -> area.network().founded().isPresent());
        return Optional.of(true).filter(any -> all && !areas.isEmpty());
    }

    private static Optional<Boolean> nicknamed(Network network) {
        if (network.nickname().isPresent()) return Optional.of(true);
        return network.nicknameAbsent().map(any -> false);
    }

    /**
     * A fiscal year lasts into the next year, and either may be meant where only that is known; where the month is
     * known, its year is. Empty where neither is.
     *
     * @param fiscal whether a fiscal year is asked for
     */
    static Optional<Boolean> foundedIn(Network network, int year, boolean fiscal) {
        return network.founded().map(Fact::value).map(founding -> {
            boolean within = founding.sorts().startsWith(String.valueOf(year));
            String says = founding.says().says();
            boolean printed = says.contains(String.valueOf(year));
            if (says.contains("月")) return fiscal ? within : printed;
            boolean later = founding.detail().isPresent()
                    && Integer.parseInt(founding.sorts().substring(0, 4)) + 1 == year;
            return within || printed || !fiscal && later;
        });
    }

    static Optional<Boolean> foundedIn(Network network, String era) {
        return network.founded().map(founding -> founding.value().says().says().contains(era));
    }

    /** Neither yes nor no where some were and some were not, unless all are said to be. */
    private static Optional<Boolean> foundedInEra(List<Area> areas, String era, boolean all) {
        List<Boolean> within = areas.stream()
                .flatMap(area -> foundedIn(area.network(), era).stream())
                .distinct()
                .toList();
        if (within.size() > 1) return all ? Optional.of(false) : Optional.empty();
        return within.stream().findFirst();
    }

    private Optional<Boolean> ranked(Claim.Ranked claim) {
        Area area = municipalities.getArea(claim.area());
        List<Area> others = claim.others().isEmpty()
                ? municipalities.getMunicipality(area.id().municipality()).areas()
                : claim.others().stream().map(municipalities::getArea).toList();
        List<Area> all =
                Stream.concat(Stream.of(area), others.stream()).distinct().toList();
        List<String> figures = all.stream()
                .flatMap(one -> figure(one, claim.measure()).stream())
                .toList();
        if (figures.size() < all.size()) return Optional.empty();
        boolean smallest = claim.first() == (claim.measure() == Claim.Measure.FOUNDING);
        String first = smallest ? Collections.min(figures) : Collections.max(figures);
        boolean holds = figures.getFirst().equals(first);
        // Where another has as many, neither yes nor no is true; the answer tells them all.
        boolean shared = Collections.frequency(figures, first) > 1;
        return holds && shared ? Optional.empty() : Optional.of(holds);
    }

    /** Those that come first or last, several where they share the place. */
    static List<Area> extremes(List<Area> areas, Claim.Measure measure, boolean first) {
        boolean smallest = first == (measure == Claim.Measure.FOUNDING);
        List<Area> ordered = areas.stream()
                .filter(area -> figure(area, measure).isPresent())
                .sorted(Comparator.comparing(area -> figure(area, measure).orElseThrow()))
                .toList();
        return ordered.isEmpty()
                ? ordered
                : sharing(smallest ? ordered.getFirst() : ordered.getLast(), ordered, measure);
    }

    private static List<Area> sharing(Area one, List<Area> areas, Claim.Measure measure) {
        return areas.stream()
                .filter(area -> figure(area, measure).equals(figure(one, measure)))
                .toList();
    }

    /** Figures that sort as they count. */
    private static Optional<String> figure(Area area, Claim.Measure measure) {
        Network network = area.network();
        return switch (measure) {
            case FOUNDING -> network.founded().map(founded -> founded.value().sorts());
            case GROUPS ->
                network.members().map(members -> padded(members.value().groups()));
            case PEOPLE ->
                network.members().map(members -> padded(members.value().people()));
            case JUNIOR_HIGH_SCHOOLS -> schools(area, School.Level.JUNIOR_HIGH);
            case ELEMENTARY_SCHOOLS -> schools(area, School.Level.ELEMENTARY);
        };
    }

    private static Optional<String> schools(Area area, School.Level level) {
        return area.findSchools(level).map(schools -> padded(schools.value().size()));
    }

    private static String padded(int number) {
        return String.format("%08d", number);
    }

    private Optional<Integer> count(Claim.Counted claim, MunicipalityId municipality) {
        List<Area> areas = areas(claim.areas(), municipality);
        if (claim.what() != Claim.Counting.NETWORKS) return count(claim.what(), areas);
        return Optional.of(areas(List.of(), municipality).size())
                .filter(any ->
                        areas.stream().allMatch(area -> area.network().founded().isPresent()));
    }

    /** 「団体が55以上の地区」; empty where it is not known. */
    static Optional<Boolean> has(Claim.Counted claim, Area area) {
        return count(claim.what(), List.of(area)).map(count -> claim.bound().holds(count, claim.number()));
    }

    private static Optional<Integer> count(Claim.Counting what, List<Area> areas) {
        return switch (what) {
            case NETWORKS -> Optional.of(areas.size());
            case JUNIOR_HIGH_SCHOOLS -> schools(areas, Optional.of(School.Level.JUNIOR_HIGH));
            case ELEMENTARY_SCHOOLS -> schools(areas, Optional.of(School.Level.ELEMENTARY));
            case SCHOOLS -> schools(areas, Optional.empty());
            case TOWNS ->
                sum(
                        areas,
                        area -> area.towns()
                                .filter(Fact::certain)
                                .map(towns -> towns.value().size()));
            case GROUPS ->
                sum(areas, area -> area.network().members().map(Fact::value).map(Network.Members::groups));
            case PEOPLE ->
                sum(areas, area -> area.network().members().map(Fact::value).map(Network.Members::people));
        };
    }

    private static Optional<Integer> schools(List<Area> areas, Optional<School.Level> level) {
        int count = (int) areas.stream()
                .flatMap(area -> area.schools().stream())
                .filter(school ->
                        level.filter(wanted -> wanted != school.level()).isEmpty())
                .count();
        return count == 0 ? Optional.empty() : Optional.of(count);
    }

    private static Optional<Integer> sum(List<Area> areas, Function<Area, Optional<Integer>> figure) {
        if (areas.stream().anyMatch(area -> figure.apply(area).isEmpty())) return Optional.empty();
        return Optional.of(areas.stream()
                .mapToInt(area -> figure.apply(area).orElseThrow())
                .sum());
    }

    private List<Area> areas(List<AreaId> ids, MunicipalityId municipality) {
        return ids.isEmpty()
                ? municipalities.getMunicipality(municipality).areas()
                : ids.stream().map(municipalities::getArea).toList();
    }

    /** A number that is the telephone, or is the fax, or is none we know. */
    private Answer number(String typed, MunicipalityId id, Answer.Cited told, Speech speech) {
        Optional<Municipality.Office> office =
                municipalities.getMunicipality(id).office().map(Fact::value);
        Optional<String> telephone = office.flatMap(Municipality.Office::telephone);
        if (telephone.isEmpty()) return told;
        if (same(typed, telephone.get())) return begun(told, speech.yesOrNo(true), speech);
        Optional<Fact<String>> fax =
                office.flatMap(Municipality.Office::fax).filter(known -> same(typed, known.value()));
        String key = fax.isPresent() ? "office.fax-not-telephone" : "office.other-number";
        String words = speech.yesOrNo(false) + speech.say(key, "number", typed, "telephone", telephone.get());
        var sources = new ArrayList<>(told.sources());
        fax.ifPresent(known -> sources.addAll(SourceNotes.of(known)));
        return with(told, words + "\n", sources);
    }

    private static boolean same(String typed, String known) {
        return digits(typed).equals(digits(known));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    /** Sentences that begin with いいえ of their own stay as they are. */
    private static Answer begun(Answer.Cited told, String word, Speech speech) {
        String first = told.messages().getFirst().plainText();
        boolean decided = Stream.of(true, false).anyMatch(yes -> first.startsWith(plain(speech.yesOrNo(yes))));
        return decided ? told : with(told, word, told.sources());
    }

    private static String plain(String word) {
        return word.replaceAll("[。. ]", "");
    }

    private static Answer with(Answer.Cited told, String start, List<Source> sources) {
        var messages = new ArrayList<>(told.messages());
        Message first = messages.getFirst();
        if (first instanceof Message.Text(var text)) messages.set(0, new Message.Text(start + text));
        else messages.addFirst(new Message.Text(start.strip()));
        return new Answer.Cited(told.topic(), messages, sources, told.choices(), told.passages());
    }
}
