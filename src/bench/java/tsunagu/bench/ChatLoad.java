package tsunagu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long a running copy takes to answer: asks the questions of a file one after the other over HTTP, each in a
 * conversation of its own, and prints percentiles. Needs nothing but a JDK.
 */
public final class ChatLoad {
    private static final int WARM_UP = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI chat;
    private final List<String> questions;

    private ChatLoad(URI chat, List<String> questions) {
        this.chat = chat;
        this.questions = questions;
    }

    /** Arguments: the copy's address, how many questions, and their file, one a line; all may be left out. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String address = args.length > 0 ? args[0] : "http://localhost:8080";
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        Path file = Path.of(args.length > 2 ? args[2] : "src/bench/resources/questions.txt");
        List<String> questions = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var load = new ChatLoad(URI.create(address + "/api/chat"), questions);
        load.ask(WARM_UP);
        load.report(load.ask(count));
    }

    /** Nanoseconds of each answer, in the order asked. */
    private long[] ask(int count) throws IOException, InterruptedException {
        long[] taken = new long[count];
        for (int i = 0; i < count; i++) {
            HttpRequest request = request(questions.get(i % questions.size()));
            long start = System.nanoTime();
            var response = client.send(request, BodyHandlers.ofString());
            taken[i] = System.nanoTime() - start;
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode() + ": " + response.body());
            }
        }
        return taken;
    }

    private HttpRequest request(String question) {
        String body = "{\"text\": \"" + question.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        return HttpRequest.newBuilder(chat)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private void report(long[] taken) {
        double seconds = Arrays.stream(taken).sum() / 1e9;
        Arrays.sort(taken);
        System.out.printf(
                "%d answers to %d questions, one at a time, after %d to warm up%n",
                taken.length, questions.size(), WARM_UP);
        System.out.printf(
                "p50 %.1f ms  p95 %.1f ms  p99 %.1f ms  max %.1f ms  %.0f answers/s%n",
                percentile(taken, 50),
                percentile(taken, 95),
                percentile(taken, 99),
                percentile(taken, 100),
                taken.length / seconds);
    }

    /** Milliseconds that so many of a hundred answers did not exceed. */
    private static double percentile(long[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6;
    }
}
