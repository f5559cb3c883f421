package tsunagu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagu.house.SourceFile.Literal;
import tsunagu.house.SourceFile.TypeDeclaration;

/** Budgets and names of the Java sources. What a rule finds is listed with file and line. */
class TidyTest {
    private static final int MOST_LINES_OF_A_FILE = 400;
    private static final int MOST_LINES_OF_NINE_FILES_IN_TEN = 220;
    private static final int MOST_LINES_OF_A_METHOD = 60;
    private static final int MOST_FILES_OF_A_PACKAGE = 12;
    private static final int WIDEST_LINE = 120;
    private static final double LEAST_SHARE_OF_PACKAGE_PRIVATE_TYPES = 0.38;

    private static final Pattern BANNED_TYPE = Pattern.compile(
            "(Abstract|Default)[A-Z].*|.*(Impl|Manager|Helper|Utils?|Data|Info|Base|Dto|DTO|Processor)");
    private static final Set<String> BANNED_PACKAGES =
            Set.of("util", "utils", "common", "helper", "helpers", "base", "core", "model", "dto", "service", "impl");
    private static final Pattern WILDCARD = Pattern.compile("^import .*\\*;");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern TAG = Pattern.compile(
            "</?(a|article|body|br|button|div|form|h[1-6]|head|html|img|input|li|link|main|nav|ol|p|script|section|span"
                    + "|style|table|td|tr|ul)\\b[^<]*/?>");

    /** Kana, kanji and the punctuation of a sentence; words that only steer parsing are shorter. */
    private static final Pattern SENTENCE = Pattern.compile("[ぁ-んァ-ヶー一-鿿々、。！？]{8,}");

    /** What belongs to the process, not to a test. */
    private static final Pattern SHARED = Pattern.compile(
            "System\\.(set|clear)\\w+\\(|(Locale|TimeZone)\\.setDefault|\\.addAppender\\(|getAll" + "StackTraces");

    private static final Pattern MOVED_CLOCK = Pattern.compile("(CLOCK|AtlasClock)\\.(set|pass|at)\\(");

    /** What they tell residents lives in {@code config/messages/}. */
    private static final Set<String> ROOMS_THAT_SPEAK = Set.of("line", "web", "conversation");

    private static final List<SourceFile> ALL = SourceFile.readAll();
    private static final List<SourceFile> MAIN =
            ALL.stream().filter(SourceFile::isMain).toList();

    @Test
    void readsTheSources() {
        assertThat(MAIN).extracting(f -> f.path().toString()).contains("src/main/java/tsunagu/Application.java");
        assertThat(MAIN.stream().flatMap(f -> f.methods().stream())).isNotEmpty();
        assertThat(MAIN.stream().flatMap(f -> f.literals().stream())).isNotEmpty();
    }

    @Test
    void filesAreShort() {
        none(
                "files of more than 400 lines",
                ALL.stream()
                        .filter(file -> file.lines().size() > MOST_LINES_OF_A_FILE)
                        .map(file -> file.at(file.lines().size())));
        int[] sizes = MAIN.stream().mapToInt(f -> f.lines().size()).sorted().toArray();
        assertThat(sizes[(int) Math.ceil(sizes.length * 0.9) - 1])
                .as("lines of the file that nine in ten are not longer than")
                .isLessThanOrEqualTo(MOST_LINES_OF_NINE_FILES_IN_TEN);
    }

    @Test
    void methodsAreShort() {
        none(
                "methods of more than 60 lines",
                ALL.stream()
                        .flatMap(file -> file.methods().stream()
                                .filter(method -> method.length() > MOST_LINES_OF_A_METHOD)
                                .map(method -> file.at(method.line()) + " " + method.name() + ": " + method.length()
                                        + " lines")));
    }

    @Test
    void packagesAreSmall() {
        Map<String, Integer> sizes = new TreeMap<>();
        ALL.stream()
                .filter(file -> !file.isPackageInfo())
                .forEach(file -> sizes.merge(file.path().getParent().toString(), 1, Integer::sum));
        none(
                "packages of more than 12 files",
                sizes.entrySet().stream()
                        .filter(size -> size.getValue() > MOST_FILES_OF_A_PACKAGE)
                        .map(size -> size.getKey() + ": " + size.getValue() + " files"));
    }

    @Test
    void everyPackageTellsWhatItIsAndWhatItMayImport() {
        Pattern told = Pattern.compile("/\\*\\*\\s+\\* [A-Z].*?\\.\\s.*\\* <p>May import: .+", Pattern.DOTALL);
        none(
                "packages without package-info, or one without a sentence and a line \"May import:\"",
                MAIN.stream()
                        .map(file -> file.path().getParent())
                        .distinct()
                        .filter(folder -> MAIN.stream()
                                .filter(file -> file.path().equals(folder.resolve("package-info.java")))
                                .noneMatch(file -> told.matcher(String.join("\n", file.lines()))
                                        .find()))
                        .map(Object::toString));
    }

    @Test
    void importsNameWhatTheyImport() {
        none("wildcard imports", lines(ALL, WILDCARD.asPredicate()));
    }

    @Test
    void nothingIsLeftUnfinished() {
        none("unfinished places", lines(ALL, UNFINISHED.asPredicate()));
    }

    @Test
    void linesFitTheScreen() {
        none("lines of more than 120 characters", lines(ALL, line -> line.length() > WIDEST_LINE));
    }

    @Test
    void typesSayWhatTheyAre() {
        none(
                "names that say nothing",
                ALL.stream()
                        .flatMap(file -> file.types().stream()
                                .filter(type -> BANNED_TYPE.matcher(type.name()).matches())
                                .map(type -> file.at(type.line()) + " " + type.name())));
    }

    @Test
    void packagesSayWhatTheyHold() {
        none(
                "package names that say nothing",
                ALL.stream()
                        .filter(file -> Stream.of(file.room().split("\\.")).anyMatch(BANNED_PACKAGES::contains))
                        .map(file -> file.path().toString()));
    }

    @Test
    void publicTypesAreDocumented() {
        none(
                "public types without a doc comment",
                MAIN.stream()
                        .flatMap(file -> file.types().stream()
                                .filter(type -> type.topLevel() && type.isPublic() && !type.documented())
                                .map(type -> file.at(type.line()) + " " + type.name())));
    }

    @Test
    void manyTypesArePackagePrivate() {
        List<TypeDeclaration> types = MAIN.stream()
                .flatMap(file -> file.types().stream())
                .filter(TypeDeclaration::topLevel)
                .toList();
        long hidden = types.stream().filter(type -> !type.isPublic()).count();
        double share = (double) hidden / types.size();
        assertThat(share)
                .as("share of package-private types: %d of %d", hidden, types.size())
                .isGreaterThanOrEqualTo(LEAST_SHARE_OF_PACKAGE_PRIVATE_TYPES);
    }

    @Test
    void pagesAreInTemplates() {
        none(
                "tags in Java",
                literals(MAIN, literal -> TAG.matcher(literal.value()).find()));
    }

    @Test
    void sentencesToResidentsAreInTheMessages() {
        List<SourceFile> speaking = MAIN.stream()
                .filter(file -> ROOMS_THAT_SPEAK.contains(file.room().split("\\.")[0]))
                // What a command prints is for whoever operates the copy, as is what is thrown at the start.
                .filter(file -> !file.path().toString().endsWith("Command.java"))
                .toList();
        none(
                "sentences in Java",
                literals(
                        speaking,
                        literal -> !literal.thrown()
                                && SENTENCE.matcher(literal.value()).find()));
    }

    /** Classes of tests run side by side. */
    @Test
    void testsDoNotDisturbEachOther() {
        List<SourceFile> tests = ALL.stream()
                .filter(file -> file.path().toString().matches(".*(Test|Contract)\\.java"))
                .toList();
        none(
                "what all tests share, changed by a class that is not @Isolated",
                lines(without("@Isolated", tests), line -> SHARED.matcher(line).find()));
        none(
                "the one cluster, used by a class that does not run in the same thread",
                lines(
                        without("@Execution(ExecutionMode.SAME_THREAD)", tests),
                        line -> line.contains("TestCluster" + ".running()")));
        none(
                "a clock of several classes, moved by one that locks others out in no way",
                lines(
                        without("@Isolated", without("@ResourceLock", tests)),
                        line -> MOVED_CLOCK.matcher(line).find()));
    }

    private static List<SourceFile> without(String annotation, List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.lines().stream().noneMatch(line -> line.startsWith(annotation)))
                .toList();
    }

    private static Stream<String> literals(Collection<SourceFile> files, Predicate<Literal> refused) {
        return files.stream()
                .flatMap(file -> file.literals().stream()
                        .filter(literal -> refused.test(literal))
                        .map(literal -> file.at(literal.line()) + " " + literal.value()));
    }

    private static Stream<String> lines(Collection<SourceFile> files, Predicate<String> refused) {
        return files.stream()
                .flatMap(file -> IntStream.range(0, file.lines().size())
                        .filter(i -> refused.test(file.lines().get(i)))
                        .mapToObj(
                                i -> file.at(i + 1) + " " + file.lines().get(i).strip()));
    }

    private static void none(String what, Stream<String> found) {
        assertThat(found.collect(Collectors.joining("\n"))).as(what).isEmpty();
    }
}
