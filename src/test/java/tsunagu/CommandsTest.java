package tsunagu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands of the jar: what they get, what they print, how they end. */
@Isolated
class CommandsTest {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path home;

    /** A command like any other: a bean that asks for beans. */
    @Prototype
    @Command(name = "sample", header = "見本の命令です。")
    static class SampleCommand implements Callable<Integer> {
        private final String database;
        private final EmbeddedServer server;

        @Parameters(paramLabel = "言葉")
        private String word;

        SampleCommand(@Property(name = "datasources.default.url") String database, EmbeddedServer server) {
            this.database = database;
            this.server = server;
        }

        @Override
        public Integer call() {
            if (word.equals("壊れた")) throw new IllegalStateException("config/a.yml がありません。");
            System.out.println(word + " " + database.split(";")[0] + " " + server.isRunning());
            return 7;
        }
    }

    @BeforeEach
    void listen() {
        System.setProperty("tsunagu.data", home.resolve("data").toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void asBefore() {
        System.clearProperty("tsunagu.data");
        System.clearProperty("tsunagu.log.target");
        System.clearProperty("tsunagu.log.level");
        System.setOut(OUT);
        System.setErr(ERR);
    }

    @Test
    void runsWithItsBeansButWithoutAServerAndWithADatabaseInMemory() {
        assertThat(run("sample", "こんにちは")).as(said(err)).isEqualTo(7);
        assertThat(said(out)).isEqualTo("こんにちは jdbc:h2:mem:command false");
    }

    @Test
    void leavesTheDataFolderOfARunningCopyAlone() {
        run("sample", "こんにちは");
        assertThat(Files.exists(home.resolve("data"))).isFalse();
    }

    @Test
    void saysInOneSentenceWhyItFailed() {
        assertThat(run("sample", "壊れた")).isEqualTo(1);
        assertThat(said(err)).isEqualTo("config/a.yml がありません。");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void listsItsCommandsAndExplainsEach() {
        assertThat(run("help")).isZero();
        assertThat(said(out)).contains("sample", "見本の命令です。");
        out.reset();
        assertThat(run("help", "sample")).isZero();
        assertThat(said(out)).contains("言葉");
    }

    @Test
    void endsWithTwoWhereTheArgumentsMakeNoSense() {
        assertThat(run("sampel")).isEqualTo(2);
        assertThat(said(err)).isEqualTo("使い方の誤り: 「sampel」が分かりません。java -jar tsunagu.jar help で使い方が見られます。");
        err.reset();
        assertThat(run("sample")).isEqualTo(2);
        assertThat(said(err)).isEqualTo("使い方の誤り: 言葉 がありません。java -jar tsunagu.jar help sample で使い方が見られます。");
    }

    private static int run(String... args) {
        return Commands.run(List.of(SampleCommand.class), args);
    }

    /** What was printed, without the log: another test may have begun that before commands moved it away. */
    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.matches("\\d{4}-\\d\\d-.*"))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
