package tsunagu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What belongs to the project, and what must never come into it. */
class TrackedFilesTest {
    private static final Set<String> TOP_LEVEL = Set.of("src", "seeds", "config", "README.md", "pom.xml", "LICENSE");

    /** Folders that exist on somebody's machine and nowhere else. */
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.~-])/(work|root|home|Users)/\\w");

    private static List<String> files;

    @BeforeAll
    static void list() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        try {
            Process listing = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String names = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            files = listing.waitFor() == 0 ? List.of(names.split("\0")) : walk();
        } catch (IOException noGit) {
            files = walk();
        }
    }

    private static List<String> walk() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(""))) {
            return all.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> !name.matches("(target|data|\\.git|\\.idea|\\.vscode)/.*|.*\\.(log|iml)|\\.git"))
                    .toList();
        }
    }

    @Test
    void theTopLevelHoldsWhatTheReadmeNames() {
        assertThat(files)
                .isNotEmpty()
                .extracting(file -> file.split("/", 2)[0])
                .filteredOn(name -> !name.startsWith("."))
                .isSubsetOf(TOP_LEVEL);
    }

    @Test
    void nothingThatARunningCopyWroteIsTracked() {
        assertThat(files).noneMatch(file -> file.startsWith("data/") || file.startsWith("target/"));
    }

    /** Java in a container without a language cannot open a file whose name has other letters. */
    @Test
    void namesArePlainLetters() {
        assertThat(files)
                .allMatch(file -> StandardCharsets.US_ASCII.newEncoder().canEncode(file));
    }

    @Test
    void noFileNamesAFolderOfSomebodysMachine() throws IOException {
        var found = new ArrayList<String>();
        for (String file : files) {
            if (file.startsWith("seeds/") || !Files.isRegularFile(Path.of(file))) continue;
            List<String> lines = linesOf(Path.of(file));
            for (int i = 0; i < lines.size(); i++) {
                if (MACHINE.matcher(lines.get(i)).find())
                    found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> linesOf(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException picture) {
            return List.of();
        }
    }
}
