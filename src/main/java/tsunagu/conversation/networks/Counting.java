package tsunagu.conversation.networks;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import tsunagu.areas.Area;
import tsunagu.areas.Area.Network;
import tsunagu.areas.Area.School;
import tsunagu.areas.Fact;
import tsunagu.conversation.cues.Cue;

/** What is counted of areas and networks: schools, towns, members. */
record Counting(Told told) {

    /** Whether none was named, so that all are meant. */
    boolean isOfAll() {
        return told.all();
    }

    void schools(School.Level level) {
        schools(told.areas(), level);
    }

    private void schools(List<Area> areas, School.Level level) {
        int count =
                areas.stream().mapToInt(area -> area.listSchools(level).size()).sum();
        if (told.all() && count > 0) {
            told.say(
                    "network.schools-total",
                    "municipality",
                    told.naming().of(told.municipality()),
                    "level",
                    level(level),
                    "count",
                    count);
        }
        for (Area area : areas) {
            area.findSchools(level)
                    .ifPresent(fact -> told.tell(
                            fact,
                            "network.schools",
                            "area",
                            told.naming().of(area),
                            "level",
                            level(level),
                            "count",
                            fact.value().size(),
                            "schools",
                            schoolNames(fact.value())));
        }
    }

    /** Which area has the most or fewest schools, several where they have as many; then each area's schools. */
    void mostSchools(School.Level level, boolean most) {
        schools(firstBySchools(told.compared(), level, most), level);
    }

    /** @return those of the areas whose schools are known */
    List<Area> firstBySchools(List<Area> areas, School.Level level, boolean most) {
        ToIntFunction<Area> figure = area -> area.listSchools(level).size();
        List<Area> counted =
                areas.stream().filter(area -> figure.applyAsInt(area) > 0).toList();
        if (counted.isEmpty()) return counted;
        var figures = counted.stream().mapToInt(figure).summaryStatistics();
        int extreme = most ? figures.getMax() : figures.getMin();
        List<String> first = counted.stream()
                .filter(area -> figure.applyAsInt(area) == extreme)
                .map(told.naming()::of)
                .toList();
        told.say(
                told.ofThese("network.schools-most", areas),
                "level",
                level(level),
                "direction",
                told.speech().say(most ? "words.most" : "words.least"),
                "areas",
                told.naming().list(first),
                "count",
                extreme);
        return counted;
    }

    private String level(School.Level level) {
        return told.speech().say(level == School.Level.JUNIOR_HIGH ? "words.junior-high" : "words.elementary");
    }

    /** 「南部の市立の小学校と中学校は、合わせて8校です。」 */
    void schoolsTogether() {
        long count =
                told.areas().stream().mapToLong(area -> area.schools().size()).sum();
        if (count == 0 || told.areas().size() > 1 && !told.all()) return;
        String of = told.all()
                ? told.naming().of(told.municipality())
                : told.naming().of(told.areas().getFirst());
        told.say("network.schools-sum", "area", of, "count", count);
    }

    /** Figures are of one year; whoever asks for another is told so. */
    void otherYear(Set<Cue> asked, int year) {
        boolean figures = asked.contains(Cue.MEMBERS) || asked.contains(Cue.PEOPLE);
        boolean other = told.areas().stream()
                .flatMap(area -> area.network().members().stream())
                .anyMatch(members -> members.value().year() != year);
        if (figures && other) told.say("network.members-other-year");
    }

    void towns() {
        long known =
                told.areas().stream().filter(area -> area.towns().isPresent()).count();
        int count = told.areas().stream()
                .flatMap(area -> area.towns().stream())
                .mapToInt(towns -> towns.value().size())
                .sum();
        if (known > 1 && known == told.areas().size()) told.say("network.towns-total", "areas", all(), "count", count);
        for (Area area : told.areas()) {
            area.towns()
                    .ifPresent(fact -> told.tell(
                            fact,
                            fact.certain() ? "network.towns" : "network.towns-likely",
                            "area",
                            told.naming().of(area),
                            "towns",
                            told.naming()
                                    .list(fact.value().stream()
                                            .map(told.naming()::of)
                                            .toList()),
                            "count",
                            fact.value().size(),
                            "office",
                            told.naming().office(told.municipality())));
        }
    }

    void members() {
        for (Area area : told.areas()) {
            area.network()
                    .members()
                    .ifPresent(fact -> told.tell(
                            fact,
                            "network.members",
                            "network",
                            told.naming().network(area),
                            "groups",
                            fact.value().groups(),
                            "people",
                            fact.value().people()));
        }
    }

    /** What all of them have together, groups and individuals; no sum where the figures of one are not known. */
    void membersTogether() {
        List<Network.Members> members = figures();
        if (members.isEmpty() || members.size() < told.areas().size()) return;
        if (members.size() == 1) {
            Network.Members one = members.getFirst();
            told.say("network.members-sum-of-one", "sum", one.groups() + one.people());
            return;
        }
        int groups = members.stream().mapToInt(Network.Members::groups).sum();
        int people = members.stream().mapToInt(Network.Members::people).sum();
        told.say("network.members-sum", "areas", all(), "groups", groups, "people", people, "sum", groups + people);
    }

    /** How far two are apart. */
    void membersApart() {
        List<Network.Members> members = figures();
        if (members.size() != 2 || told.areas().size() != 2) return;
        told.say(
                "network.members-difference",
                "groups",
                Math.abs(members.getFirst().groups() - members.getLast().groups()),
                "people",
                Math.abs(members.getFirst().people() - members.getLast().people()));
    }

    private List<Network.Members> figures() {
        return told.areas().stream()
                .flatMap(area -> area.network().members().stream())
                .map(Fact::value)
                .toList();
    }

    private String all() {
        if (told.all()) return told.naming().of(told.municipality());
        return told.naming().list(told.areas().stream().map(told.naming()::of).toList());
    }

    /** @param people compares individuals instead of groups */
    void mostMembers(boolean people, boolean most) {
        firstByMembers(told.compared(), people, most).forEach(area -> {
            var fact = area.network().members().orElseThrow();
            told.tell(
                    fact,
                    "network.members-row",
                    "area",
                    told.naming().of(area),
                    "groups",
                    fact.value().groups(),
                    "people",
                    fact.value().people());
        });
    }

    /** @return those of the areas whose members are known, the first before the others */
    List<Area> firstByMembers(List<Area> areas, boolean people, boolean most) {
        ToIntFunction<Area> figure = area -> {
            var members = area.network().members().orElseThrow().value();
            return people ? members.people() : members.groups();
        };
        List<Area> counted = areas.stream()
                .filter(area -> area.network().members().isPresent())
                .sorted(Comparator.comparingInt(figure))
                .toList();
        if (counted.isEmpty()) return counted;
        if (most) counted = counted.reversed();
        Area first = counted.getFirst();
        told.tell(
                first.network().members().orElseThrow(),
                told.ofThese("network.members-most", areas),
                "measure",
                told.speech().say(people ? "words.people" : "words.groups"),
                "direction",
                told.speech().say(most ? "words.most" : "words.least"),
                "area",
                told.naming().of(first),
                "figure",
                told.speech().say(people ? "words.people-unit" : "words.groups-unit", "n", figure.applyAsInt(first)));
        return counted;
    }

    private String schoolNames(List<School> schools) {
        return told.naming().list(schools.stream().map(told.naming()::of).toList());
    }
}
