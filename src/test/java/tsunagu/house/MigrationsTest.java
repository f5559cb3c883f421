package tsunagu.house;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No migration takes from the release before what that still uses; see {@link MigrationRules}. */
class MigrationsTest {
    private static final Migration BEFORE = Migration.of("V1__town.sql", """
        create table town (
            id     varchar(60) primary key,
            name   varchar(100)  not null,
            people int           not null,
            area   numeric(9, 2) not null
        );
        create table hamlet (id uuid primary key);
        """);
    private static final Map<String, Integer> RELEASES = Map.of("0.1", 1);
    private static final Predicate<String> UNUSED = _ -> false;

    @Test
    void newMigrationsLeaveTheReleaseBeforeAlone() throws IOException {
        List<Migration> all = Migration.readAll();
        Map<String, Integer> releases = releases();
        assertThat(all).hasSizeGreaterThan(20).extracting(Migration::version).doesNotHaveDuplicates();
        assertThat(releases).isNotEmpty();
        List<SourceFile> sources =
                SourceFile.readAll().stream().filter(SourceFile::isMain).toList();
        assertThat(MigrationRules.breaches(all, releases, what -> isUsed(what, sources)))
                .as("what is unused since a release is given up by a first line:"
                        + " -- contract: table.column, unused since release 0.2")
                .isEmpty();
    }

    private static Map<String, Integer> releases() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/house/releases.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .collect(toMap(words -> words[0], words -> Integer.parseInt(words[1])));
    }

    /** A column is spoken of in the packages that speak of its table, as it is named in SQL or in Java. */
    private static boolean isUsed(String what, List<SourceFile> sources) {
        String[] names = what.split("\\.", 2);
        List<SourceFile> ofTable =
                sources.stream().filter(file -> speaksOf(names[0], file)).toList();
        if (names.length == 1) return !ofTable.isEmpty();
        return sources.stream()
                .filter(file -> ofTable.stream()
                        .anyMatch(other ->
                                other.path().getParent().equals(file.path().getParent())))
                .anyMatch(file -> speaksOf(names[1], file));
    }

    private static boolean speaksOf(String name, SourceFile file) {
        String java = NameUtils.camelCase(name.replace('_', '-'));
        Predicate<String> spoken =
                Pattern.compile("\\b(" + name + "|" + java + ")\\b").asPredicate();
        return file.lines().stream().anyMatch(spoken);
    }

    @Test
    void theSourcesAreSearchedForWhatIsGivenUp() {
        List<SourceFile> sources =
                SourceFile.readAll().stream().filter(SourceFile::isMain).toList();
        assertThat(isUsed("line_inbox", sources)).isTrue();
        assertThat(isUsed("conversation.awaiting_place", sources)).isTrue();
        assertThat(isUsed("conversation.favourite_colour", sources)).isFalse();
        assertThat(isUsed("village", sources)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table village (id uuid primary key, name varchar(9) not null); "
                        + "create unique index village_name on village (name); alter table village drop column name",
                "alter table town add column mayor varchar(100)",
                "alter table town add column twin varchar(60) references town (id)",
                "alter table town add column founded int default 0 not null, add column closed date",
                "create index town_name on town (name); drop index town_name",
                "alter table town alter column name type varchar(200)",
                "alter table town alter column name set data type text",
                "alter table town alter column people type bigint",
                "alter table town alter column people set default 0",
                "alter table town alter column people set cache 64",
                "update town set name = 'a;b' where name = ''; insert into hamlet (id) values ('x')",
                "-- contract: hamlet, unused since release 0.1\ndrop table hamlet",
                "-- contract: town.area, unused since release 0.1\nalter table town drop column area",
            })
    void takesWhatTheReleaseBeforeNeedNotKnow(String sql) {
        assertThat(breaches(sql, UNUSED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table town",
                "DROP TABLE IF EXISTS Town CASCADE",
                "alter table town drop column name",
                "alter table town drop name",
                "alter table town rename to city",
                "alter table town rename column name to title",
                "alter table town alter column name rename to title",
                "alter table town alter column name set not null",
                "alter table town alter column name drop default",
                "alter table town alter column name type varchar(50)",
                "alter table town alter column name set data type int",
                "alter table town alter column people type smallint",
                "alter table town add column mayor varchar(100) not null",
                "alter table town add mayor varchar(100) not null",
                "alter table town add column founded int default 0 not null, drop column people",
                "alter table town add constraint some check (people > 0)",
                "create unique index town_name on town (name)",
                "delete from town",
                "truncate table town",
                "do something nobody has thought of",
                "-- only a comment before it\ndrop table town",
                "/* -- */ create table village (id uuid); drop table town",
                "-- contract: hamlet, unused since release 0.1\ndrop table town",
                "-- contract: town.area, unused since release 0.1\nalter table town drop column name",
                "-- contract: town, unused since release 0.7\ndrop table town",
                "drop table town;\n-- contract: town, unused since release 0.1",
            })
    void refusesWhatTheReleaseBeforeWouldMiss(String sql) {
        assertThat(breaches(sql, UNUSED)).isNotEmpty().allMatch(told -> told.startsWith("V2__next.sql: "));
    }

    @Test
    void aContractDoesNotHoldWhileTheSourcesSpeakOfIt() {
        String sql = "-- contract: town, unused since release 0.1\ndrop table town";
        assertThat(breaches(sql, "town"::equals))
                .containsExactly("V2__next.sql: contract of town: the sources still speak of it");
    }

    @Test
    void whatIsReleasedStaysAsItIs() {
        assertThat(MigrationRules.breaches(
                        List.of(BEFORE, Migration.of("V2__next.sql", "drop table town")), Map.of("0.2", 2), UNUSED))
                .isEmpty();
    }

    private static List<String> breaches(String sql, Predicate<String> used) {
        return MigrationRules.breaches(List.of(BEFORE, Migration.of("V2__next.sql", sql)), RELEASES, used);
    }
}
