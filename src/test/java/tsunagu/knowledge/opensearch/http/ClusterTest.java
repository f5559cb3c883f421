package tsunagu.knowledge.opensearch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.knowledge.index.TextIndex.Unavailable;

/** The way to a cluster, to servers on loopback that answer as one would, or do not. */
class ClusterTest {
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    private static OpenSearchSettings settings(String trust, Duration timeout, String... addresses) {
        return new OpenSearchSettings(
                List.of(addresses), "reader", "hush", trust, "tsunagu", 1, timeout, Duration.ofMinutes(1));
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Answers with the header of the request that says who asks. */
    private static String answering(HttpServer server, int status, AtomicInteger asked) {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String who = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] body = ("{\"who\": \"" + who + "\", \"error\": {\"root_cause\": [{\"type\": \"some_reason\"}]}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    @Test
    void trustsTheCertificatesOfTheFileAndNoOthers(@TempDir Path folder) throws Exception {
        String store = folder.resolve("store.p12").toString();
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "search",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-keystore",
                store,
                "-storepass",
                "changeit");
        String pem = folder.resolve("search.pem").toString();
        keytool("-exportcert", "-rfc", "-alias", "search", "-keystore", store, "-storepass", "changeit", "-file", pem);
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys(Path.of(store))));
        var asked = new AtomicInteger();
        String address = answering(server, 200, asked);
        try (var trusting = Cluster.open(settings(pem, Duration.ofSeconds(30), address));
                var doubting = Cluster.open(settings("", Duration.ofSeconds(30), address))) {
            String who = trusting.ask("GET", "/", "").path("who").asText();
            assertThat(who)
                    .isEqualTo("Basic "
                            + Base64.getEncoder().encodeToString("reader:hush".getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(() -> doubting.ask("GET", "/", "")).isInstanceOf(Unavailable.class);
            assertThat(asked).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static SSLContext keys(Path store) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD);
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, STORE_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void asksAnotherNodeWhereOneIsBusyAndTellsRefusalFromAbsence() throws Exception {
        HttpServer busy = HttpServer.create(anyPort(), 0);
        HttpServer well = HttpServer.create(anyPort(), 0);
        HttpServer refusing = HttpServer.create(anyPort(), 0);
        String[] both = {answering(busy, 503, new AtomicInteger()), answering(well, 200, new AtomicInteger())};
        String other = answering(refusing, 404, new AtomicInteger());
        try (var cluster = Cluster.open(settings("", Duration.ofSeconds(30), both));
                var without = Cluster.open(settings("", Duration.ofSeconds(30), other))) {
            for (int i = 0; i < 4; i++)
                assertThat(cluster.ask("GET", "/", "").has("who")).isTrue();
            assertThatThrownBy(() -> without.ask("GET", "/any", ""))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.isMissing()).isTrue())
                    .hasMessageContaining("some_reason");
            assertThat(without.answers()).as("it answered, if only no").isTrue();
        } finally {
            List.of(busy, well, refusing).forEach(server -> server.stop(0));
        }
    }

    @Test
    void waitsNoLongerThanItIsSetAndThenNotAtAll() throws Exception {
        HttpServer slow = HttpServer.create(anyPort(), 0);
        var done = new CountDownLatch(1);
        var asked = new AtomicInteger();
        slow.createContext("/", exchange -> {
            asked.incrementAndGet();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        slow.start();
        String address = "http://localhost:" + slow.getAddress().getPort();
        try (var cluster = Cluster.open(settings("", Duration.ofSeconds(1), address))) {
            assertThatThrownBy(() -> cluster.ask("GET", "/", "")).isInstanceOf(Unavailable.class);
            assertThat(cluster.answers()).isFalse();
            int before = asked.get();
            assertThatThrownBy(() -> cluster.ask("GET", "/", "")).isInstanceOf(Unavailable.class);
            assertThat(asked).hasValue(before);
        } finally {
            done.countDown();
            slow.stop(0);
        }
    }
}
