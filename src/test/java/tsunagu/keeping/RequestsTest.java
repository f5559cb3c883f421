package tsunagu.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.keeping.backup.Requests;

/** The command and the running copy, each in a thread of its own. */
@Timeout(120)
class RequestsTest {
    @TempDir
    Path data;

    private Requests requests;

    @BeforeEach
    void open() {
        requests = new Requests(data, Clock.systemUTC());
    }

    private static void write(Path file, String words) {
        try {
            Files.writeString(file, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try {
            return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks while the copy does what it does. */
    private void ask(Path target, Callable<Boolean> copy) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = threads.submit(() -> requests.ask(target));
            while (!asking.isDone()) {
                copy.call();
                Thread.sleep(10);
            }
            asking.get();
        }
    }

    private void ask(Path target, Consumer<Path> writer) throws Exception {
        ask(target, () -> {
            requests.serve(writer);
            return true;
        });
    }

    @Test
    void whatWasAskedForArrivesAndNothingElseStays() throws Exception {
        Path target = data.resolve("wanted.zip");
        ask(target, file -> write(file, "all"));
        assertThat(target).hasContent("all");
        assertThat(list(data.resolve("backup"))).isEmpty();
    }

    @Test
    void whyItCouldNotBeDoneIsToldAndNothingStays() {
        Path target = data.resolve("wanted.zip");
        assertThatThrownBy(() -> ask(target, _ -> {
                    throw new IllegalStateException("no disk");
                }))
                .hasMessageContaining("データベースを読めませんでした");
        assertThat(target).doesNotExist();
        assertThat(list(data.resolve("backup"))).isEmpty();
    }

    /** It took the request, and its lock went with it. */
    @Test
    void aCopyThatDiesAtWorkIsNoticed() {
        Path target = data.resolve("wanted.zip");
        assertThatThrownBy(() -> ask(target, () -> {
                    list(data.resolve("backup")).forEach(file -> file.toFile().delete());
                    return true;
                }))
                .hasMessageContaining("途中で止まりました");
        assertThat(target).doesNotExist();
    }
}
