package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.knowledge.opensearch.http.OpenSearchSettings;

/**
 * A real OpenSearch of two nodes, each a process of its own on loopback, started once for all tests. Maven leaves the
 * list of its jars in {@code target/opensearch.classpath}.
 */
public final class TestCluster {
    private static final Path JARS = Path.of("target/opensearch.classpath");
    private static final Path MAIN = Path.of("src/test/resources/opensearch/ClusterNode.java");
    /** Of each node; measurements need more. */
    private static final String HEAP = System.getProperty("opensearch.heap", "384m");

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static TestCluster shared;

    private final Path folder;
    private final int[] http = freePorts();
    private final int[] transport = freePorts();
    private final Process[] nodes = new Process[2];
    private final HttpClient client = HttpClient.newHttpClient();

    private TestCluster(Path folder) {
        this.folder = folder;
    }

    /** The cluster, with both nodes up and every index copied to both. */
    public static synchronized TestCluster running() {
        if (shared == null) {
            try {
                shared = new TestCluster(Files.createTempDirectory("tsunagu-opensearch"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(shared::end));
        }
        shared.start(0);
        shared.start(1);
        shared.awaitWhole();
        return shared;
    }

    private static int[] freePorts() {
        return IntStream.range(0, 2).map(any -> freePort()).toArray();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a node that does not run, on its ports and with its data of before; does not wait for it. */
    public void start(int node) {
        if (nodes[node] != null && nodes[node].isAlive()) return;
        String name = "node-" + (node + 1);
        String seeds = Arrays.stream(transport).mapToObj(String::valueOf).collect(Collectors.joining(","));
        try {
            var command = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + HEAP,
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    Files.readString(JARS).strip(),
                    MAIN.toString(),
                    folder.resolve(name).toString(),
                    name,
                    String.valueOf(http[node]),
                    String.valueOf(transport[node]),
                    seeds);
            command.redirectErrorStream(true);
            command.redirectOutput(ProcessBuilder.Redirect.appendTo(
                    folder.resolve(name + ".log").toFile()));
            nodes[node] = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException("mvn makes " + JARS + " before the tests", e);
        }
    }

    /** As a machine without power: nothing is said, nothing is finished. */
    public void kill(int node) {
        nodes[node].destroyForcibly();
        try {
            nodes[node].waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void end() {
        for (int node = 0; node < nodes.length; node++) {
            if (nodes[node] != null) kill(node);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both nodes are in it, and every index on both. */
    public void awaitWhole() {
        await("the cluster to be whole", () -> {
            JsonNode health = get("/_cluster/health");
            return health.path("number_of_nodes").asInt() == 2
                    && health.path("status").asText().equals("green");
        });
    }

    /** Waits until something is so, for as long as a busy machine may take. */
    public static void await(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - end > 0) throw new AssertionError("waited in vain for " + what);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public List<String> addresses() {
        return Arrays.stream(http).mapToObj(port -> "http://127.0.0.1:" + port).toList();
    }

    /** Settings of a copy that keeps its indices below a prefix of its own. */
    public OpenSearchSettings settings(String prefix) {
        // A busy machine takes its time; a killed node is noticed at once all the same.
        return new OpenSearchSettings(
                addresses(), "", "", "", prefix, 1, Duration.ofSeconds(20), Duration.ofSeconds(1));
    }

    /** What the first node that answers says; nothing where none does. */
    public JsonNode get(String path) {
        return send("GET", path);
    }

    public JsonNode delete(String path) {
        return send("DELETE", path);
    }

    private JsonNode send(String method, String path) {
        JsonMapper json = JsonMapper.builder().build();
        for (String address : addresses()) {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofSeconds(20))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            try {
                return json.readTree(
                        client.send(request, BodyHandlers.ofString()).body());
            } catch (IOException e) {
                // The other one may answer.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return json.missingNode();
    }
}
