package tsunagu.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom. Changing a row of the table is a decision, see {@code src/site/markdown/decisions.md}. */
class ArchitectureTest {
    private static final String ROOT = "tsunagu";

    /** From the top of the house to its ground: a room, and the rooms it may import. */
    private static final List<Entry<String, Set<String>>> ROOMS = List.of(
            entry(
                    "notices",
                    Set.of(
                            "line",
                            "conversation",
                            "events",
                            "areas",
                            "subscriptions",
                            "desk",
                            "staff",
                            "keeping",
                            "message",
                            "sql",
                            "text")),
            entry("line", Set.of("conversation", "subscriptions", "keeping", "message", "text")),
            entry("web", Set.of("conversation", "events", "groups", "message", "text")),
            entry("console", Set.of("conversation", "knowledge", "areas", "documents", "staff", "keeping", "text")),
            entry("figures", Set.of("conversation", "areas", "desk", "staff", "tables", "message", "sql")),
            entry(
                    "faq",
                    Set.of(
                            "conversation",
                            "knowledge",
                            "areas",
                            "documents",
                            "desk",
                            "staff",
                            "keeping",
                            "tables",
                            "sql",
                            "text")),
            entry(
                    "library",
                    Set.of(
                            "conversation",
                            "knowledge",
                            "areas",
                            "documents",
                            "desk",
                            "staff",
                            "tables",
                            "sql",
                            "text")),
            entry(
                    "conversation",
                    Set.of(
                            "submissions",
                            "knowledge",
                            "areas",
                            "atlas",
                            "events",
                            "groups",
                            "documents",
                            "subscriptions",
                            "keeping",
                            "message",
                            "text")),
            entry(
                    "submissions",
                    Set.of(
                            "areas",
                            "documents",
                            "desk",
                            "staff",
                            "events",
                            "groups",
                            "keeping",
                            "limits",
                            "secret",
                            "sql",
                            "text")),
            entry("events", Set.of("areas", "documents", "desk", "staff", "keeping", "tables", "sql", "text")),
            entry("atlas", Set.of("areas", "documents", "desk", "staff", "tables", "sql", "text")),
            entry("groups", Set.of("areas", "documents", "desk", "staff", "keeping", "tables", "sql", "text")),
            entry("desk", Set.of("areas", "staff", "text")),
            entry("subscriptions", Set.of("areas", "keeping", "sql", "text")),
            entry("knowledge", Set.of("documents", "text")),
            entry("areas", Set.of("documents", "text")),
            entry("documents", Set.of("text")),
            entry("staff", Set.of("keeping", "limits", "secret", "text")),
            entry("limits", Set.of("keeping", "secret", "sql")),
            entry("keeping", Set.of("sql")),
            entry("tables", Set.of("text")),
            entry("message", Set.of()),
            entry("secret", Set.of()),
            entry("sql", Set.of()),
            entry("text", Set.of()));

    private static final Map<String, Set<String>> MAY_IMPORT =
            ROOMS.stream().collect(Collectors.toMap(Entry::getKey, Entry::getValue));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOptions(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS, ArchitectureTest::isWritten))
            .importPackages(ROOT);

    /** What the annotation processors generate keeps other rules than ours. */
    private static boolean isWritten(Location location) {
        return !location.contains("/$");
    }

    @Test
    void readsTheClassesOfThisJava() {
        assertThat(CLASSES.contain(tsunagu.Application.class)).isTrue();
        assertThat(CLASSES.get(tsunagu.Application.class).getDirectDependenciesFromSelf())
                .isNotEmpty();
    }

    @Test
    void everyPackageIsARoomOfTheTable() {
        assertThat(CLASSES.stream().filter(type -> !isStart(type) && !MAY_IMPORT.containsKey(room(type))))
                .as("classes in packages that the table does not know")
                .isEmpty();
    }

    @Test
    void theTableLeadsDownwardsOnly() {
        List<String> order = ROOMS.stream().map(Entry::getKey).toList();
        assertThat(ROOMS)
                .allSatisfy(room -> assertThat(room.getValue())
                        .allSatisfy(
                                below -> assertThat(order.indexOf(below)).isGreaterThan(order.indexOf(room.getKey()))));
    }

    @Test
    void aRoomImportsOnlyWhatItsRowAllows() {
        assertNone(
                "imports that the table does not allow",
                between -> !isStart(between.getOriginClass())
                        && !MAY_IMPORT
                                .getOrDefault(room(between.getOriginClass()), Set.of())
                                .contains(room(between.getTargetClass())));
    }

    @Test
    void outsidersImportARoomsRootPackageOnly() {
        assertNone(
                "imports of what is a room's own affair",
                between ->
                        !between.getTargetClass().getPackageName().equals(ROOT + "." + room(between.getTargetClass())));
    }

    @Test
    void childPackagesNeverImportTheirRoot() {
        assertThat(dependencies()
                        .filter(d -> d.getOriginClass()
                                .getPackageName()
                                .startsWith(d.getTargetClass().getPackageName() + ".")))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @Test
    void noPackagesImportEachOtherInACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void luceneStaysInTheIndex() {
        only("org.apache.lucene..", "tsunagu.knowledge.index..", "tsunagu.areas..");
    }

    @Test
    void theSdkOfLineStaysInLine() {
        only("com.linecorp..", "tsunagu.line..");
    }

    @Test
    void onlyRepositoriesAndTheirRowsKnowTheDatabase() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are neither a Repository nor a Row",
                        type -> Stream.of("Repository", "Row")
                                .noneMatch(suffix ->
                                        outermost(type).getSimpleName().endsWith(suffix))))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are the database's", ArchitectureTest::isDatabase))
                .allowEmptyShould(true)
                .check(withoutTheStart());
    }

    @Test
    void timeComesFromAClock() {
        var withoutClock = DescribedPredicate.<JavaCall<?>>describe(
                "asks for the time without a clock",
                call -> call.getTarget().getName().equals("now")
                        && call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
        noClasses()
                .should()
                .callMethodWhere(withoutClock)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(CLASSES);
        noClasses()
                .should()
                .callMethodWhere(target(owner(name(Clock.class.getName()))).and(target(nameMatching("system.*"))))
                .because("the clock is made once, beside the start, so that tests can set it")
                .check(withoutTheStart());
    }

    @Test
    void onlyCommandsPrint() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Command")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true)
                .check(withoutTheStart());
    }

    @Test
    void whatGoesWrongIsLoggedOneWay() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .orShould()
                .callMethodWhere(target(nameMatching("printStackTrace")))
                .check(withoutTheStart());
    }

    /** What a repository throws is part of what it promises. */
    private static boolean isDatabase(JavaClass type) {
        String room = type.getPackageName() + ".";
        return room.startsWith("java.sql.")
                || type.isEquivalentTo(javax.sql.DataSource.class)
                || room.startsWith("io.micronaut.data.") && !room.startsWith("io.micronaut.data.exceptions.");
    }

    private static void only(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    private static void assertNone(String what, Predicate<Dependency> refused) {
        assertThat(dependencies()
                        .filter(d -> !room(d.getOriginClass()).equals(room(d.getTargetClass())))
                        .filter(refused))
                .extracting(Dependency::getDescription)
                .as(what)
                .isEmpty();
    }

    /** All between classes of ours. */
    private static Stream<Dependency> dependencies() {
        return CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(d -> (d.getTargetClass().getPackageName() + ".").startsWith(ROOT + "."));
    }

    private static JavaClasses withoutTheStart() {
        return CLASSES.that(DescribedPredicate.describe("are in a room", type -> !isStart(type)));
    }

    private static boolean isStart(JavaClass type) {
        return type.getPackageName().equals(ROOT);
    }

    /** The part after {@code tsunagu}, empty for the start. */
    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
