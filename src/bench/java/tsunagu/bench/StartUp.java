package tsunagu.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How long from the start of the process to the first answered question: starts the packaged copy a few times, each
 * with an empty database, and prints the seconds. Needs nothing but a JDK.
 */
public final class StartUp {
    private static final int PATIENCE_SECONDS = 120;

    private StartUp() {}

    /** Arguments: how many starts, and the jar; both may be left out. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int starts = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        String jar = args.length > 1 ? args[1] : "target/tsunagu.jar";
        double[] seconds = new double[starts];
        for (int i = 0; i < starts; i++) {
            seconds[i] = start(jar);
            System.out.printf("start %d: %.1f s to the first answer%n", i + 1, seconds[i]);
        }
        Arrays.sort(seconds);
        System.out.printf("median %.1f s  best %.1f s%n", seconds[starts / 2], seconds[0]);
    }

    private static double start(String jar) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("tsunagu-start-up");
        int port = freePort();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar);
        builder.environment().put("TSUNAGU_DATA", data.toString());
        builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        builder.redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
        long begun = System.nanoTime();
        Process copy = builder.start();
        try {
            awaitAnswer(copy, port, data);
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            copy.destroy();
            if (!copy.waitFor(10, TimeUnit.SECONDS)) copy.destroyForcibly();
        }
    }

    private static void awaitAnswer(Process copy, int port, Path data) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/chat"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"青嵐中の近くです\"}"))
                .build();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (var client = HttpClient.newHttpClient()) {
            while (copy.isAlive() && System.nanoTime() < until) {
                try {
                    if (client.send(question, BodyHandlers.discarding()).statusCode() == 200) return;
                } catch (ConnectException notYet) {
                    Thread.sleep(20);
                }
            }
        }
        throw new IOException("no answer; the copy said:\n" + Files.readString(data.resolve("log")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
