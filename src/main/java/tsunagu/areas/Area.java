package tsunagu.areas;

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
    public record School(String name, String reading, Level level, AreaId area) {

        /** 中学校 or 小学校. */
        public enum Level {
            JUNIOR_HIGH,
            ELEMENTARY
        }

        public Title title() {
            return new Title(name, reading);
        }
    }

    /**
     * A town (町) of a municipality.
     *
     * @param reading in hiragana, empty where it is not known
     * @param postcode {@code 188-0011}, where known
     * @param area absent where nothing tells it
     */
    public record Town(
            MunicipalityId municipality,
            String name,
            String reading,
            Optional<String> postcode,
            Optional<AreaId> area) {

        public Title title() {
            return new Title(name, reading);
        }
    }

    public List<School> schools() {
        return Stream.of(juniorHighSchools, elementarySchools)
                .flatMap(Optional::stream)
                .flatMap(fact -> fact.value().stream())
                .toList();
    }

    /** What says which schools of this level lie in this area. */
    public Fact<List<School>> schoolsOf(School.Level level) {
        return (level == School.Level.JUNIOR_HIGH ? juniorHighSchools : elementarySchools).orElseThrow();
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
