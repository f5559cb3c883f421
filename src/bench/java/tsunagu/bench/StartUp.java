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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * How long from the start of the process to the first answered question, and what the process then takes of memory:
 * starts the packaged copy some times, each time in an empty data folder and once more in the same one, and prints the
 * seconds, and the resident megabytes at the first answer and after {@value #QUESTIONS} more. Needs nothing but a JDK;
 * megabytes are told on Linux.
 */
public final class StartUp {
    private static final int PATIENCE_SECONDS = 120;
    private static final int QUESTIONS = 5000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> java;
    private final List<String> questions;

    private StartUp(List<String> java, List<String> questions) {
        this.java = java;
        this.questions = questions;
    }

    /** @param processor seconds of it, which tell more than the clock where the machine has other work */
    private record Start(double seconds, double processor, long megabytes) {}

    /** Arguments: how many starts, the jar, and options for Java, such as {@code @config/java.options}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int starts = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var java = new ArrayList<String>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (args.length > 2) java.addAll(Arrays.asList(args).subList(2, args.length));
        java.addAll(List.of("-jar", args.length > 1 ? args[1] : "target/tsunagu.jar"));
        List<String> questions = Files.readAllLines(Path.of("src/bench/resources/questions.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var measure = new StartUp(java, questions);
        var empty = new ArrayList<Start>();
        var kept = new ArrayList<Start>();
        for (int i = 0; i < starts; i++) {
            Path data = Files.createTempDirectory("tsunagu-start-up");
            empty.add(measure.start(data, false));
            kept.add(measure.start(data, i == starts - 1));
            System.out.printf(
                    "start %d: %.2f s with an empty data folder, %.2f s with the same once more%n",
                    i + 1, empty.getLast().seconds(), kept.getLast().seconds());
        }
        print("empty data folder", empty);
        print("existing data folder", kept);
    }

    private static void print(String name, List<Start> starts) {
        System.out.printf(
                "%s: median %.2f s, best %.2f s; of the processor median %.2f s; %d MB at the first answer%n",
                name,
                sorted(starts, Start::seconds)[starts.size() / 2],
                sorted(starts, Start::seconds)[0],
                sorted(starts, Start::processor)[starts.size() / 2],
                starts.stream().mapToLong(Start::megabytes).max().orElse(0));
    }

    private static double[] sorted(List<Start> starts, ToDoubleFunction<Start> what) {
        return starts.stream().mapToDouble(what).sorted().toArray();
    }

    private Start start(Path data, boolean more) throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder(java);
        builder.environment().put("TSUNAGU_DATA", data.toString());
        builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        builder.redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
        long begun = System.nanoTime();
        Process copy = builder.start();
        try {
            awaitAnswer(copy, port, data);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double processor =
                    copy.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            var start = new Start(seconds, processor, resident(copy));
            if (more) {
                for (int i = 0; i < QUESTIONS; i++) ask(port, questions.get(i % questions.size()));
                System.out.printf("%d MB after %d more questions%n", resident(copy), QUESTIONS);
            }
            return start;
        } finally {
            copy.destroy();
            if (!copy.waitFor(10, TimeUnit.SECONDS)) copy.destroyForcibly();
        }
    }

    private void awaitAnswer(Process copy, int port, Path data) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (copy.isAlive() && System.nanoTime() < until) {
            try {
                if (ask(port, questions.getFirst()) == 200) return;
            } catch (ConnectException notYet) {
                Thread.sleep(10);
            }
        }
        throw new IOException("no answer; the copy said:\n" + Files.readString(data.resolve("log")));
    }

    private int ask(int port, String question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/chat"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"" + question + "\"}"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static long resident(Process copy) throws IOException {
        Path status = Path.of("/proc/" + copy.pid() + "/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
