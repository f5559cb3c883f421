package tsunagu.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the cache that shortens a start: runs the packaged copy once, with an empty database and a LINE on loopback,
 * asks it what residents ask, by the API, the page and LINE, and ends it as an operator would. What Java learnt of its
 * classes meanwhile is the cache. It fits this jar and the Java it was made by, and no other. Needs nothing
 * but a JDK, the jar, and the folder that holds {@code config/}.
 *
 * <pre>{@code
 * java src/bench/java/tsunagu/bench/AotCache.java target/tsunagu.jar target/tsunagu.aot [runtime]
 * }</pre>
 *
 * With the name of a folder as third argument, a Java runtime of what the product needs is made there first, and the
 * cache is for that one.
 */
public final class AotCache {
    /** Java compares it with the jar's. This one is what images give their files, so that it fits there, too. */
    private static final FileTime TIME_OF_THE_JAR = FileTime.from(Instant.EPOCH.plusSeconds(1));

    /** What a copy is allowed for classes would be too little to write them all down. */
    private static final List<String> MEMORY_TO_MAKE_IT =
            List.of("-Xmx2g", "-XX:MaxMetaspaceSize=2g", "-XX:CompressedClassSpaceSize=1g");

    /** How often which method ran is for the costly compiler; the quick one alone compiles only more at once for it. */
    private static final List<String> CLASSES_ALONE =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private static final String MODULES =
            "java.se,jdk.charsets,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs";

    private static final List<String> PAGES = List.of(
            "/health",
            "/health/readiness",
            "/events/nishitokyo",
            "/events/nishitokyo.ics",
            "/areas/nishitokyo",
            "/submit",
            "/console/sign-in",
            "/prometheus");
    private static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
    private static final int PATIENCE_SECONDS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    private AotCache(int port) {
        address = "http://localhost:" + port;
    }

    /** Arguments: the jar, the file of the cache, and the folder of the runtime, if one is to be made. */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        Path cache = Path.of(args[1]);
        Path java = args.length > 2 ? runtime(Path.of(args[2])) : Path.of(System.getProperty("java.home"));
        Files.setLastModifiedTime(jar, TIME_OF_THE_JAR);
        Files.deleteIfExists(cache);
        long begun = System.nanoTime();
        train(java, jar, cache);
        System.out.printf(
                "%s: %d MB, made in %d s%n",
                cache, Files.size(cache) >> 20, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
    }

    private static Path runtime(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder.toAbsolutePath().getParent());
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
        int exit = jlink.run(
                System.out,
                System.err,
                "--add-modules=" + MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output=" + folder);
        if (exit != 0) throw new IOException("jlink made no runtime: exit " + exit);
        return folder;
    }

    private static void train(Path java, Path jar, Path cache) throws Exception {
        Path data = Files.createTempDirectory("tsunagu-aot");
        Path log = data.resolve("log");
        HttpServer line = line();
        int port = freePort();
        var command = new ArrayList<>(List.of(java.resolve("bin/java").toString(), "@config/java.options"));
        command.addAll(MEMORY_TO_MAKE_IT);
        command.addAll(CLASSES_ALONE);
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("TSUNAGU_DATA", data.resolve("data").toString());
        builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        builder.environment().put("LINE_CHANNEL_SECRET", SECRET);
        builder.environment().put("LINE_CHANNEL_TOKEN", "token");
        builder.environment()
                .put("LINE_API_URL", "http://localhost:" + line.getAddress().getPort());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Process copy = builder.start();
        try {
            new AotCache(port).rehearse(copy);
            copy.destroy();
            if (!copy.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !Files.exists(cache)) {
                throw new IOException("no cache was made");
            }
        } catch (IOException | IllegalStateException e) {
            throw new IOException("the copy said:\n" + Files.readString(log), e);
        } finally {
            copy.destroyForcibly();
            line.stop(0);
        }
        delete(data);
    }

    private void rehearse(Process copy) throws Exception {
        List<String> questions = Files.readAllLines(Path.of("src/bench/resources/questions.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        awaitStart(copy);
        for (String page : PAGES) send(HttpRequest.newBuilder(URI.create(address + page)));
        for (String question : questions) send(chat(question));
        for (String question : questions.subList(0, questions.size() / 2)) {
            send(form(question));
            send(webhook(question));
        }
    }

    private void awaitStart(Process copy) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (copy.isAlive() && System.nanoTime() < until) {
            try {
                send(HttpRequest.newBuilder(URI.create(address + "/")));
                return;
            } catch (ConnectException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("it did not start");
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
        }
    }

    private HttpRequest.Builder chat(String question) {
        return HttpRequest.newBuilder(URI.create(address + "/api/chat"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"" + question + "\"}"));
    }

    private HttpRequest.Builder form(String question) {
        return HttpRequest.newBuilder(URI.create(address + "/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=" + URLEncoder.encode(question, StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder webhook(String question) throws Exception {
        String id = Long.toString(System.nanoTime());
        String body = """
            {"destination": "U0", "events": [{"type": "message", "mode": "active", "timestamp": %d,
             "webhookEventId": "%s", "deliveryContext": {"isRedelivery": false}, "replyToken": "%s",
             "source": {"type": "user", "userId": "U4af4980629"},
             "message": {"type": "text", "id": "%s", "quoteToken": "q", "text": "%s"}}]}\
            """.formatted(System.currentTimeMillis(), id, id, id, question);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + "/line/default/webhook"))
                .header("Content-Type", "application/json")
                .header("x-line-signature", Base64.getEncoder().encodeToString(signature))
                .POST(BodyPublishers.ofString(body));
    }

    /** Takes every reply. */
    private static HttpServer line() throws IOException {
        HttpServer line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] taken = "{\"sentMessages\":[]}".getBytes(StandardCharsets.UTF_8);
        line.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, taken.length);
                exchange.getResponseBody().write(taken);
            }
        });
        line.start();
        return line;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
