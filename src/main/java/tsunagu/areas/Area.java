package tsunagu.areas;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.Municipality.Statement;
import tsunagu.areas.Municipality.Title;

/**
 * A part of a municipality that a network looks after.
 *
 * @param name 「北東部」
 */
public record Area(
        AreaId id,
        String name,
        Title title,
        Network network,
        Optional<Fact<List<School>>> juniorHighSchools,
        Optional<Fact<List<School>>> elementarySchools,
        Optional<Fact<List<Town>>> towns) {

    /**
     * A municipal school.
     *
     * @param name as the documents write it: 「田無第四中」
     * @param reading in hiragana
     */
    public record School(String name, String reading, Level level, Placement placement) {

        /** 中学校 or 小学校. */
        public enum Level {
            JUNIOR_HIGH,
            ELEMENTARY
        }

        public AreaId area() {
            return placement.area();
        }

        public Title title() {
            return new Title(name, reading);
        }
    }

    /**
     * A town (町) of a municipality, or a part of one (町丁目) that is known to lie in an area of its own.
     *
     * @param reading in hiragana, empty where it is not known
     * @param postcodes {@code 188-0011}, as far as known
     * @param placement absent where nothing tells its area
     */
    public record Town(
            MunicipalityId municipality,
            String name,
            String reading,
            List<String> postcodes,
            Optional<Placement> placement) {

        public Town {
            postcodes = List.copyOf(postcodes);
        }

        public Optional<AreaId> area() {
            return placement.map(Placement::area);
        }

        public Title title() {
            return new Title(name, reading);
        }

        Town placed(Optional<Placement> other) {
            return new Town(municipality, name, reading, postcodes, other);
        }
    }

    /**
     * That a town or school lies in an area, and what says so.
     *
     * @param since the day from which it does, where staff have changed it
     */
    public record Placement(Fact<AreaId> lies, Optional<LocalDate> since) {
        public AreaId area() {
            return lies.value();
        }
    }

    public List<School> schools() {
        return Stream.of(juniorHighSchools, elementarySchools)
                .flatMap(Optional::stream)
                .flatMap(fact -> fact.value().stream())
                .toList();
    }

    public List<School> listSchools(School.Level level) {
        return findSchools(level).map(Fact::value).orElse(List.of());
    }

    public Optional<Fact<List<School>>> findSchools(School.Level level) {
        return level == School.Level.JUNIOR_HIGH ? juniorHighSchools : elementarySchools;
    }

    Area withTowns(Optional<Fact<List<Town>>> others) {
        return new Area(id, name, title, network, juniorHighSchools, elementarySchools, others);
    }

    Area withSchools(School.Level level, Optional<Fact<List<School>>> others) {
        return level == School.Level.JUNIOR_HIGH
                ? new Area(id, name, title, network, others, elementarySchools, towns)
                : new Area(id, name, title, network, juniorHighSchools, others, towns);
    }

    /**
     * The body that looks after an area: 地域協力ネットワーク, 地域づくり推進会議, 地区協議会.
     *
     * @param name its full name, and what says that it exists
     * @param nicknameAbsent what says that it has no nickname
     * @param oncePlanned what an older document still called a plan
     * @param statements what else is known of it, in order
     */
    public record Network(
            Fact<String> name,
            Title title,
            Optional<Fact<String>> nickname,
            Optional<Fact<String>> nicknameAbsent,
            Optional<Fact<Founding>> founded,
            Optional<Fact<Statement>> oncePlanned,
            Optional<Fact<Members>> members,
            List<Fact<Statement>> statements) {

        public Network {
            statements = List.copyOf(statements);
        }

        /**
         * When it was founded.
         *
         * @param says 「平成27年度（2015年度）」, and in other languages
         * @param sorts fiscal year, or fiscal year and month, comparable as text
         * @param detail a more exact date from an outside page
         */
        public record Founding(Statement says, String sorts, Optional<String> detail) {}

        /** How many groups and individuals belonged to it in a fiscal year. */
        public record Members(int groups, int people, int year) {}
    }
}
