package tsunagu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import tsunagu.staff.TestStaff;

/** What {@code operating.md} tells administrators, against what a copy shows them. */
class OperatingTest {
    private static final Pattern OURS = Pattern.compile("^tsunagu_[a-z_]+", Pattern.MULTILINE);
    /** What counts writes its name after the prefix all share. */
    private static final Pattern COUNTED = Pattern.compile("(?:PREFIX \\+ |\\bcount\\()\"([a-z.]+)\"");

    private static String told;

    @BeforeAll
    static void read() throws IOException {
        told = Files.readString(Path.of("src/site/markdown/operating.md"));
    }

    @Test
    void everyCommandIsTold() {
        var names = new TreeSet<String>();
        Application.COMMANDS.forEach(type -> collect("", type, names));
        assertThat(names).contains("backup", "line inbox", "staff invite", "line menu apply");
        assertThat(names).allSatisfy(name -> assertThat(told).contains("`" + name + "`"));
    }

    private static void collect(String parents, Class<?> type, Collection<String> names) {
        Command command = type.getAnnotation(Command.class);
        String name = parents + command.name();
        List<String> below = Stream.of(type.getDeclaredMethods())
                .flatMap(method -> Optional.ofNullable(method.getAnnotation(Command.class)).stream())
                .map(Command::name)
                .toList();
        below.forEach(one -> names.add(name + " " + one));
        for (Class<?> one : command.subcommands()) collect(name + " ", one, names);
        if (below.isEmpty() && command.subcommands().length == 0) names.add(name);
    }

    @Test
    void everyFigureAndEveryPartOfHealthIsTold() throws IOException {
        try (var town = TestStaff.open(Map.of("endpoints.health.details-visible", "ANONYMOUS"))) {
            town.visitor()
                    .send(town.visitor()
                            .request("/api/chat", "Content-Type", "application/json")
                            .setHeader("Accept", "application/json")
                            .POST(BodyPublishers.ofString("{\"text\": \"青嵐中\"}")));
            var shown = new TreeSet<String>();
            OURS.matcher(read(town, "/prometheus", "text/plain"))
                    .results()
                    .forEach(name -> shown.add(name.group().replaceFirst("_(count|sum|max|bucket)$", "")));
            assertThat(shown).contains("tsunagu_dialogue_time_seconds");
            assertThat(shown).allSatisfy(name -> assertThat(told).contains("`" + name + "`"));

            var parts = new ArrayList<String>();
            JsonMapper.builder()
                    .build()
                    .readTree(read(town, "/health", "application/json"))
                    .path("details")
                    .fieldNames()
                    .forEachRemaining(parts::add);
            assertThat(parts).contains("line");
            assertThat(parts).allSatisfy(part -> assertThat(told).contains("`" + part.replaceAll("\\(.*", "") + "`"));
        }
    }

    private static String read(TestStaff town, String path, String type) {
        TestStaff.Browser visitor = town.visitor();
        return visitor.send(visitor.request(path).setHeader("Accept", type)).body();
    }

    /** Counters show in {@code /prometheus} when they have counted; most of LINE's have not here. */
    @Test
    void everyCounterOfLinesIsTold() throws IOException {
        var names = new TreeSet<String>();
        for (String file : List.of("line/LineFigures", "line/inbox/InboxFigures")) {
            String source = Files.readString(Path.of("src/main/java/tsunagu", file + ".java"));
            COUNTED.matcher(source).results().forEach(name -> names.add(name.group(1)));
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(10);
        assertThat(names).allSatisfy(name -> assertThat(told).contains("tsunagu_line_" + name.replace('.', '_') + "_"));
    }
}
