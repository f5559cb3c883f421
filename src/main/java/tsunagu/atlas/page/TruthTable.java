package tsunagu.atlas.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.areas.Area;
import tsunagu.areas.Area.Placement;
import tsunagu.areas.Area.Town;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;
import tsunagu.atlas.change.Contents;

/** Every town, school and postcode of a municipality, the area it lies in on one day, and what is amiss. */
public record TruthTable(Municipality municipality, LocalDate on, List<Row> rows) {
    public TruthTable {
        rows = List.copyOf(rows);
    }

    /** What a row is about. */
    public enum Subject {
        TOWN("町・丁目"),
        SCHOOL("学校"),
        POSTCODE("郵便番号");

        private final String label;

        Subject(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What is amiss. */
    public enum Fault {
        NONE("1つに決まっている"),
        GAP("地区がない"),
        OVERLAP("地区が2つ以上");

        private final String label;

        Fault(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A row.
     *
     * @param more what else there is to say: parts of a town, towns of a postcode
     */
    public record Row(Subject subject, String name, String reading, List<Standing> standings, String more) {
        public Row {
            standings = List.copyOf(standings);
        }

        public Fault fault() {
            long areas = standings.stream().map(Standing::area).distinct().count();
            return areas == 0 ? Fault.GAP : areas == 1 ? Fault.NONE : Fault.OVERLAP;
        }
    }

    /** An area, and what says so. */
    public record Standing(String area, String since, String source, boolean certain) {}

    /** @param registers what was imported and holds on that day */
    public static TruthTable of(Municipality municipality, LocalDate on, List<Contents> registers) {
        var rows = new ArrayList<Row>();
        rows.addAll(towns(municipality, registers));
        rows.addAll(schools(municipality, registers));
        rows.addAll(postcodes(municipality, registers));
        return new TruthTable(municipality, on, rows);
    }

    public long count(Subject subject, Fault fault) {
        return rows.stream()
                .filter(row -> row.subject() == subject && row.fault() == fault)
                .count();
    }

    private static List<Row> towns(Municipality municipality, List<Contents> registers) {
        Map<String, List<Town>> byName = new LinkedHashMap<>();
        municipality
                .towns()
                .forEach(town -> byName.computeIfAbsent(town.name(), _ -> new ArrayList<>())
                        .add(town));
        Map<String, List<String>> parts = new LinkedHashMap<>();
        registers.stream()
                .flatMap(register -> register.towns().stream())
                .filter(town -> !town.chome().isEmpty())
                .forEach(town -> parts.computeIfAbsent(town.town(), _ -> new ArrayList<>())
                        .add(town.chome()));
        var rows = new ArrayList<Row>();
        byName.forEach((name, towns) -> {
            List<String> chomes = parts.getOrDefault(name, List.of());
            List<String> apart = chomes.stream()
                    .filter(chome -> byName.containsKey(name + chome))
                    .toList();
            // Where each part lies in an area of its own, nothing is left for the whole to lie in.
            if (!chomes.isEmpty() && apart.size() == chomes.size()) return;
            String more = chomes.isEmpty() ? "" : chomes.size() - apart.size() + "つの丁目";
            if (!apart.isEmpty()) more += "（" + String.join("・", apart) + "は別）";
            rows.add(new Row(
                    Subject.TOWN, name, towns.getFirst().reading(), standings(municipality, towns.stream()), more));
        });
        return rows;
    }

    private static List<Standing> standings(Municipality municipality, Stream<Town> towns) {
        return towns.flatMap(town -> town.placement().stream())
                .map(placement -> standing(municipality, placement))
                .distinct()
                .toList();
    }

    private static Standing standing(Municipality municipality, Placement placement) {
        String area = municipality.findArea(placement.area()).map(Area::name).orElse("");
        return new Standing(
                area,
                placement.since().map(Object::toString).orElse(""),
                source(placement.lies()),
                placement.lies().certain());
    }

    private static String source(Fact<?> fact) {
        return fact.evidence().stream()
                .map(evidence -> switch (evidence) {
                    case Fact.Quoted quoted -> quoted.citation().document().titleWithStatus();
                    case Fact.OutsidePage page -> page.publisher() + "「" + page.title() + "」" + page.published();
                    case Fact.Derived derived -> derived.reason();
                })
                .collect(Collectors.joining("、"));
    }

    private static List<Row> schools(Municipality municipality, List<Contents> registers) {
        Map<String, List<Area.School>> byName = new LinkedHashMap<>();
        municipality.areas().stream()
                .flatMap(area -> area.schools().stream())
                .forEach(school -> byName.computeIfAbsent(school.name(), _ -> new ArrayList<>())
                        .add(school));
        var rows = new ArrayList<Row>();
        byName.forEach((name, schools) -> rows.add(new Row(
                Subject.SCHOOL,
                name,
                schools.getFirst().reading(),
                schools.stream()
                        .map(school -> standing(municipality, school.placement()))
                        .distinct()
                        .toList(),
                "")));
        registers.stream()
                .flatMap(register -> register.districts().stream())
                .filter(district -> district.kind().isEmpty())
                .map(Contents.District::name)
                .distinct()
                .forEach(name -> rows.add(new Row(Subject.SCHOOL, name, "", List.of(), "通学区域の地図にあり、自治体のファイルにない学校")));
        return rows;
    }

    private static List<Row> postcodes(Municipality municipality, List<Contents> registers) {
        Map<String, List<Town>> byCode = new TreeMap<>();
        municipality
                .towns()
                .forEach(town -> town.postcodes()
                        .forEach(code -> byCode.computeIfAbsent(code, _ -> new ArrayList<>())
                                .add(town)));
        for (Contents register : registers) {
            register.posts().forEach(post -> byCode.computeIfAbsent(post.postcode(), _ -> new ArrayList<>()));
        }
        var rows = new ArrayList<Row>();
        byCode.forEach((code, towns) -> {
            var names = new TreeSet<String>(towns.stream().map(Town::name).toList());
            List<Standing> areas = standings(municipality, towns.stream()).stream()
                    .map(standing -> new Standing(standing.area(), "", "", standing.certain()))
                    .distinct()
                    .toList();
            boolean homeless = towns.stream().anyMatch(town -> town.placement().isEmpty());
            String more = names.isEmpty() ? "どの町のものか分からない番号" : String.join("、", names);
            rows.add(new Row(Subject.POSTCODE, code, "", homeless ? List.of() : areas, more));
        });
        return rows;
    }
}
