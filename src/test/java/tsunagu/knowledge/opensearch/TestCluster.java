package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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

    /** Nobody is given these unasked: a port of a node that was killed is still free when it is started again. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 30_000;

    private static final int MOST_TRIES = 1000;

    private static final Duration BETWEEN_RETRIES = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static TestCluster shared;

    private final Path folder;
    private final int[] http;
    private final int[] transport;
    private final Process[] nodes = new Process[2];
    private long retried = System.nanoTime();
    private final HttpClient client = HttpClient.newHttpClient();

    private TestCluster(Path folder) {
        this.folder = folder;
        int[] ports = freePorts();
        http = new int[] {ports[0], ports[1]};
        transport = new int[] {ports[2], ports[3]};
    }

    /**
     * The cluster, with both nodes up and every index copied to both. One that was left broken is replaced, so that
     * what one test did to it fails that test alone.
     */
    public static synchronized TestCluster running() {
        TestCluster before = shared;
        if (before != null) {
            try {
                return before.whole();
            } catch (AssertionError e) {
                System.out.println("A new cluster for the tests that follow: " + e.getMessage());
                shared = null;
                before.end();
            }
        }
        TestCluster made = made().whole();
        shared = made;
        return made;
    }

    private static TestCluster made() {
        try {
            var cluster = new TestCluster(Files.createTempDirectory("tsunagu-opensearch"));
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::end));
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestCluster whole() {
        start(0);
        start(1);
        awaitWhole();
        return this;
    }

    /** Two for each node. */
    private static int[] freePorts() {
        return ThreadLocalRandom.current()
                .ints(MOST_TRIES, LOWEST_PORT, HIGHEST_PORT)
                .filter(TestCluster::isFree)
                .distinct()
                .limit(4)
                .toArray();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
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
        if (Files.notExists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both nodes are in it, and every index on both. */
    public void awaitWhole() {
        try {
            await("the cluster to be whole", () -> {
                if (!Arrays.stream(nodes).allMatch(Process::isAlive)) throw new AssertionError("a node has ended");
                return addresses().stream().allMatch(this::isWholeAt);
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + state(), e);
        }
    }

    /** As this node sees it: one that others have left behind may believe for a while that all is well. */
    private boolean isWholeAt(String address) {
        JsonNode health = sendTo(address, "GET", "/_cluster/health?local=true");
        boolean together = health.path("number_of_nodes").asInt() == 2;
        boolean isDue = System.nanoTime() - retried > BETWEEN_RETRIES.toNanos();
        // What could not be copied five times is tried again only when told so.
        if (together && isDue && health.path("unassigned_shards").asInt() > 0) {
            retried = System.nanoTime();
            sendTo(address, "POST", "/_cluster/reroute?retry_failed=true&metric=none");
        }
        return together && health.path("status").asText().equals("green");
    }

    /** What each node says of the cluster, and the end of what it printed. */
    private String state() {
        var said = new StringBuilder();
        for (int node = 0; node < nodes.length; node++) {
            said.append("node-").append(node + 1).append(nodes[node].isAlive() ? " runs" : " has ended");
            for (String path : List.of(
                    "/_cluster/health?local=true",
                    "/_cluster/allocation/explain",
                    "/_nodes/stats/jvm,breaker?filter_path=nodes.*.jvm.mem,nodes.*.breakers.parent")) {
                said.append("\n  ")
                        .append(path)
                        .append(" ")
                        .append(sendTo(addresses().get(node), "GET", path));
            }
            said.append("\n").append(lastPrinted(node)).append("\n");
        }
        return said.toString();
    }

    private String lastPrinted(int node) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("node-" + (node + 1) + ".log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "printed nothing: " + e;
        }
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
        return addresses().stream()
                .map(address -> sendTo(address, method, path))
                .filter(answer -> !answer.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Nothing where it does not answer. */
    private JsonNode sendTo(String address, String method, String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
