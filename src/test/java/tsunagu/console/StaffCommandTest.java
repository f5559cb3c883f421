package tsunagu.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;
import tsunagu.staff.Invitations;
import tsunagu.staff.Role;

/** {@code staff invite} on the database of a copy that is stopped. */
@Isolated
class StaffCommandTest {
    private static final PrintStream OUT = System.out;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path home;

    @BeforeEach
    void listen() {
        System.setProperty("tsunagu.data", home.toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void asBefore() {
        System.setOut(OUT);
        System.clearProperty("tsunagu.data");
    }

    @Test
    void printsALinkThatTheCopyKnowsWhenItRunsAgain() {
        assertThat(run("--role", "editor", "--municipality", "machida", "--address", "https://town.example/"))
                .isZero();
        String link = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("  https://"))
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(link).startsWith("https://town.example/console/set-up/");
        try (var copy = ApplicationContext.run()) {
            var invitation = copy.getBean(Invitations.class)
                    .findInvitation(link.substring(link.lastIndexOf('/') + 1))
                    .orElseThrow();
            assertThat(invitation.role()).isEqualTo(Role.EDITOR);
            assertThat(invitation.municipality()).isEqualTo(Optional.of("machida"));
        }
    }

    @Test
    void refusesARoleOrAMunicipalityThatThereIsNot() {
        assertThat(run("--role", "king")).isEqualTo(2);
        assertThat(run("--municipality", "nowhere")).isEqualTo(2);
    }

    private static int run(String... args) {
        return new CommandLine(new StaffCommand.InviteCommand())
                .setParameterExceptionHandler((_, _) -> 2)
                .setExecutionExceptionHandler((_, _, _) -> 1)
                .execute(args);
    }
}
