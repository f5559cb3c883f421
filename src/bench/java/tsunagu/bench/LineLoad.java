package tsunagu.bench;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many webhooks copies accept, and how soon LINE has its 200: a bare endpoint that only checks the signature, the
 * product with its durable inbox on H2, on PostgreSQL, and two copies on one PostgreSQL, one after the other, each copy
 * in a process of its own, with a LINE in this one that takes every reply. First as fast as the connections go, then at
 * a pace.
 *
 * <pre>{@code
 * mvn package dependency:build-classpath -Dmdep.outputFile=target/classpath -DskipTests
 * java -cp "$(cat target/classpath)" src/bench/java/tsunagu/bench/LineLoad.java [seconds [connections]]
 * }</pre>
 *
 * The bare endpoint is {@code tsunagu.bench.BareWebhook} of the tests, run from {@code target/test-classes}.
 */
public final class LineLoad {
    private static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    /** The first minute of a process measures the compiler. */
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private static final Duration FULL_SPEED = Duration.ZERO;
    /** Of all connections together: a town where everybody writes at once. */
    private static final int PACE_PER_SECOND = 150;
    /** What a burst leaves behind is answered or too late by then. */
    private static final Duration REST = Duration.ofSeconds(75);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final AtomicInteger replies = new AtomicInteger();
    private final Duration length;
    private final int connections;

    private LineLoad(Duration length, int connections) {
        this.length = length;
        this.connections = connections;
    }

    /** Prints two lines of figures for each: as many as it takes, and at a pace. */
    public static void main(String[] args) throws Exception {
        Duration length = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 20);
        var load = new LineLoad(length, args.length > 1 ? Integer.parseInt(args[1]) : 16);
        Path home = Files.createTempDirectory("line-load");
        HttpServer line = load.line();
        String api = "http://localhost:" + line.getAddress().getPort();
        try (var postgres = EmbeddedPostgres.start()) {
            load.measure("bare endpoint    ", List.of(load.start(home, "bare", api, bare(), Map.of())));
            load.measure("H2               ", List.of(load.start(home, "h2", api, product(), Map.of())));
            for (int nodes : List.of(1, 2)) {
                String database = "nodes_" + nodes;
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + database);
                }
                var environment = Map.of(
                        "DATASOURCES_DEFAULT_URL",
                        postgres.getJdbcUrl("postgres", database),
                        "DATASOURCES_DEFAULT_USERNAME",
                        "postgres",
                        "DATASOURCES_DEFAULT_PASSWORD",
                        "postgres");
                var copies = new ArrayList<Copy>();
                for (int i = 0; i < nodes; i++) {
                    copies.add(load.start(home, database + "-" + i, api, product(), environment));
                }
                load.measure("PostgreSQL, %d %s".formatted(nodes, nodes == 1 ? "copy  " : "copies"), copies);
            }
        } finally {
            line.stop(0);
        }
    }

    /** A process, and where it listens. */
    private record Copy(Process process, int port) {}

    private static List<String> product() {
        return List.of("-jar", "target/tsunagu.jar");
    }

    private static List<String> bare() throws IOException {
        String classpath = "target/test-classes:target/classes:" + Files.readString(Path.of("target/classpath"));
        return List.of("-cp", classpath, "tsunagu.bench.BareWebhook");
    }

    private HttpServer line() throws IOException {
        HttpServer line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        line.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        byte[] taken = "{\"sentMessages\":[]}".getBytes(StandardCharsets.UTF_8);
        line.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                replies.incrementAndGet();
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, taken.length);
                exchange.getResponseBody().write(taken);
            }
        });
        line.start();
        return line;
    }

    private Copy start(Path home, String name, String api, List<String> what, Map<String, String> environment)
            throws Exception {
        int port;
        // A bare endpoint reads its port from where the product does.
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx1g"));
        command.addAll(what);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "MICRONAUT_SERVER_PORT",
                        String.valueOf(port),
                        "TSUNAGU_DATA",
                        home.resolve(name).toString(),
                        "LINE_API_URL",
                        api,
                        "LINE_CHANNEL_SECRET",
                        SECRET,
                        "LINE_CHANNEL_TOKEN",
                        "token"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (post(port) != 200) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("no start, see " + home.resolve(name + ".log"));
            }
            Thread.sleep(200);
        }
        return new Copy(process, port);
    }

    private void measure(String name, List<Copy> copies) throws Exception {
        try {
            run(copies, WARM_UP, FULL_SPEED);
            print(name, run(copies, length, FULL_SPEED));
            Thread.sleep(REST);
            print(name, run(copies, length, Duration.ofMillis(connections * 1000L / PACE_PER_SECOND)));
        } finally {
            copies.forEach(copy -> copy.process().destroy());
            for (Copy copy : copies) {
                if (!copy.process().waitFor(15, TimeUnit.SECONDS))
                    copy.process().destroyForcibly();
            }
        }
    }

    private void print(String name, Figures figures) {
        double seconds = length.toMillis() / 1000.0;
        System.out.printf(
                "%s %6.0f webhooks/s, time to 200 p50 %.1f ms, p99 %.1f ms, not 200: %d, replies meanwhile %.0f/s%n",
                name,
                figures.micros().length / seconds,
                figures.percentile(50),
                figures.percentile(99),
                figures.failed(),
                figures.replies() / seconds);
    }

    /** Times in microseconds, sorted. */
    private record Figures(long[] micros, int failed, int replies) {
        double percentile(int percent) {
            return micros.length == 0 ? 0 : micros[Math.min(micros.length - 1, micros.length * percent / 100)] / 1000.0;
        }
    }

    /** Each connection sends the next webhook when the last has its 200, and the pause is over. */
    private Figures run(List<Copy> copies, Duration time, Duration pause) throws Exception {
        replies.set(0);
        var numbers = new AtomicLong();
        var failed = new AtomicInteger();
        var times = new java.util.concurrent.ConcurrentLinkedQueue<Long>();
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                int port = copies.get(i % copies.size()).port();
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        byte[] body = body(numbers.incrementAndGet());
                        HttpRequest request = request(port, body);
                        long start = System.nanoTime();
                        int status = send(request);
                        times.add((System.nanoTime() - start) / 1000);
                        if (status != 200) failed.incrementAndGet();
                        Thread.sleep(pause);
                    }
                    return null;
                });
            }
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Figures(sorted, failed.get(), replies.get());
    }

    private int post(int port) throws InterruptedException {
        return send(request(port, "{\"destination\":\"U0\",\"events\":[]}".getBytes(StandardCharsets.UTF_8)));
    }

    private int send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static HttpRequest request(int port, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/line/default/webhook"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("x-line-signature", sign(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** One message of one of a thousand residents. */
    private static byte[] body(long number) {
        // As LINE's do, ids begin with the time: a database finds room for them side by side.
        String id = "%012X%s"
                .formatted(
                        System.currentTimeMillis(), UUID.randomUUID().toString().replace("-", ""));
        String user = "%032x".formatted(number % 1000);
        return """
            {"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[{"type":"message","mode":"active",\
            "timestamp":%d,"webhookEventId":"%s","deliveryContext":{"isRedelivery":false},"replyToken":"%s",\
            "source":{"type":"user","userId":"U%s"},\
            "message":{"id":"%d","type":"text","quoteToken":"q","text":"こんにちは"}}]}\
            """.formatted(System.currentTimeMillis(), id.substring(0, 26), id, user, number)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
