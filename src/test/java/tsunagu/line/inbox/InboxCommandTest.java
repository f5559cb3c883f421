package tsunagu.line.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** {@code line inbox} on the database of a copy that is stopped. */
@Isolated
class InboxCommandTest {
    private static final PrintStream OUT = System.out;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path home;

    @BeforeEach
    void aCopyThatGaveUpAndLeftOneWaiting() {
        System.setProperty("tsunagu.data", home.toString());
        try (var copy = ApplicationContext.run()) {
            Inbox inbox = copy.getBean(Inbox.class);
            inbox.save(List.of(arrival("a"), arrival("b")));
            inbox.giveUp(inbox.take(10).getFirst(), Reason.LINE_ERROR, false);
        }
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void asBefore() {
        System.setOut(OUT);
        System.clearProperty("tsunagu.data");
    }

    @Test
    void lists_what_waits_and_what_was_given_up_without_a_word_of_it() {
        assertThat(run()).isZero();

        assertThat(said())
                .contains("default: 待っているもの 1 件", "この24時間に返信できなかったもの 1 件", "given-up (line-error)", "received")
                .doesNotContain("ひみつ", "token", "resident");
    }

    @Test
    void puts_back_what_was_given_up() {
        assertThat(run("--retry", "all")).isZero();
        assertThat(said()).contains("1 件を、もう一度送る列に戻しました");
        out.reset();

        run();
        assertThat(said()).contains("待っているもの 2 件", "返信できなかったもの 0 件");
        assertThat(run("--retry", "999")).isOne();
        assertThat(run("--retry", "いいえ")).isEqualTo(2);
    }

    private static int run(String... args) {
        return new CommandLine(new InboxCommand())
                .setParameterExceptionHandler((_, _) -> 2)
                .execute(args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Arrival arrival(String key) {
        return new Arrival(
                "default",
                key,
                Optional.empty(),
                "resident-" + key,
                Instant.now(),
                false,
                Optional.of("token"),
                "{\"text\":\"ひみつ\"}");
    }
}
