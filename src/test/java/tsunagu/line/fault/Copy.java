package tsunagu.line.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A copy of the product in a process of its own, which can be killed and started again. */
final class Copy implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(180);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path home;
    private final Map<String, String> environment;
    private final int port = freePort();
    private Process process;

    Copy(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Returns when it answers. */
    void start() {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        product(),
                        "tsunagu.Application")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        builder.environment().put("TSUNAGU_DATA", home.resolve("data").toString());
        builder.environment().put("ENDPOINTS_HEALTH_DETAILS_VISIBLE", "ANONYMOUS");
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isUp()) {
            if (!process.isAlive() || System.nanoTime() > end) throw new AssertionError("no start: " + lastWords());
            pause(100);
        }
    }

    /** SIGKILL: nothing gets a chance to say goodbye. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM; how long the end took. */
    Duration stop() {
        long start = System.nanoTime();
        process.destroy();
        awaitEnd();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The body of {@code /health}, empty while it does not answer. */
    String health() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address().resolve("/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    File log() {
        return home.resolve("copy.log").toFile();
    }

    Path data() {
        return home.resolve("data");
    }

    private boolean isUp() {
        return health().contains("\"status\"");
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("it does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) kill();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The class path without the tests, whose beans are no part of a copy. */
    private static String product() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log().toPath());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in its log that never should be. */
    List<String> logged(List<String> secrets) {
        try {
            String text = Files.readString(log().toPath());
            return secrets.stream().filter(text::contains).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
