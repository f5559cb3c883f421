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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long a running copy takes to answer: asks the questions of a file over HTTP, each in a conversation of its own,
 * one after the other or so many a second, and prints percentiles. Needs nothing but a JDK.
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

    /**
     * Arguments: the copy's address, how many questions, their file, one a line, and how many to ask a second, 0 for
     * one after the other; all may be left out.
     */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        String address = args.length > 0 ? args[0] : "http://localhost:8080";
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        Path file = Path.of(args.length > 2 ? args[2] : "src/bench/resources/questions.txt");
        List<String> questions = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var load = new ChatLoad(URI.create(address + "/api/chat"), questions);
        int each = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        load.ask(WARM_UP);
        long start = System.nanoTime();
        long[] taken = each == 0
                ? load.ask(count)
                : load.askAtPace(count, Duration.ofSeconds(1).dividedBy(each));
        load.report(taken, System.nanoTime() - start);
    }

    /** Nanoseconds of each answer, in the order asked. */
    private long[] ask(int count) throws IOException, InterruptedException {
        long[] taken = new long[count];
        for (int i = 0; i < count; i++) taken[i] = ask(i, System.nanoTime());
        return taken;
    }

    /** Nobody waits for others' answers; what waits for its turn counts from when it was to be asked. */
    private long[] askAtPace(int count, Duration pause) throws InterruptedException, ExecutionException {
        long[] taken = new long[count];
        long begin = System.nanoTime();
        var asked = new ArrayList<Future<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                long due = begin + i * pause.toNanos();
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                asked.add(threads.submit(() -> ask(number, due)));
            }
        }
        for (int i = 0; i < count; i++) taken[i] = asked.get(i).get();
        return taken;
    }

    private long ask(int number, long since) throws IOException, InterruptedException {
        var response = client.send(request(questions.get(number % questions.size())), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode() + ": " + response.body());
        }
        return System.nanoTime() - since;
    }

    private HttpRequest request(String question) {
        String body = "{\"text\": \"" + question.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        return HttpRequest.newBuilder(chat)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private void report(long[] taken, long whole) {
        double seconds = whole / 1e9;
        Arrays.sort(taken);
        System.out.printf(
                "%d answers to %d different questions, after %d to warm up%n", taken.length, questions.size(), WARM_UP);
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
