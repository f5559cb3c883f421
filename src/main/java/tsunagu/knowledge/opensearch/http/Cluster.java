package tsunagu.knowledge.opensearch.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.knowledge.index.TextIndex.Unavailable;

/**
 * An OpenSearch cluster, asked in JSON at whichever of its nodes answers. Nothing is connected before the first
 * request. Safe for several threads.
 */
public final class Cluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What writes an index may take this long. */
    private static final Duration WORK = Duration.ofMinutes(2);

    private static final int MOST_CONNECTIONS = 60;
    private static final int MOST_CONNECTIONS_OF_A_NODE = 30;

    private final List<URI> addresses;
    private final ApacheHttpClient5Transport transport;
    private final OpenSearchGenericClient asking;
    private final OpenSearchGenericClient working;
    private final Duration patience;
    private final Duration patienceWithOneNode;
    private final Circuit circuit;

    private Cluster(List<URI> addresses, ApacheHttpClient5Transport transport, OpenSearchSettings settings) {
        this.addresses = addresses;
        this.transport = transport;
        patience = settings.timeout();
        patienceWithOneNode = settings.timeoutOfOneNode();
        circuit = new Circuit(settings.pause(), System::nanoTime);
        asking = new OpenSearchGenericClient(transport);
        ApacheHttpClient5Options.Builder options = ApacheHttpClient5Options.DEFAULT.toBuilder();
        options.setRequestConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(WORK))
                .setConnectionRequestTimeout(Timeout.of(WORK))
                .build());
        working = asking.withTransportOptions(options.build());
    }

    /**
     * The cluster of the settings.
     *
     * @throws IllegalArgumentException with a Japanese sentence, where a setting cannot be followed
     */
    public static Cluster open(OpenSearchSettings settings) {
        List<URI> addresses = settings.check();
        HttpHost[] hosts = addresses.stream().map(HttpHost::create).toArray(HttpHost[]::new);
        var connections = connections(settings);
        Timeout one = Timeout.of(settings.timeoutOfOneNode());
        var builder = ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(new JacksonJsonpMapper())
                .setHttpClientConfigCallback(http -> http.setConnectionManager(connections))
                .setRequestConfigCallback(
                        request -> request.setResponseTimeout(one).setConnectionRequestTimeout(one));
        if (!settings.username().isBlank()) builder.setDefaultHeaders(new Header[] {signIn(settings)});
        return new Cluster(addresses, builder.build(), settings);
    }

    private static PoolingAsyncClientConnectionManager connections(OpenSearchSettings settings) {
        var tls = ClientTlsStrategyBuilder.create()
                .setSslContext(TrustFile.read(settings.trust()))
                .buildAsync();
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(tls)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS_OF_A_NODE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.timeoutOfOneNode()))
                        .build())
                .build();
    }

    private static Header signIn(OpenSearchSettings settings) {
        String both = settings.username() + ":" + settings.password();
        String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return new BasicHeader("Authorization", "Basic " + encoded, true);
    }

    /**
     * Asks what a resident waits for: at most as long as the setting says, and not at all for a while after no node
     * answered.
     *
     * @param body JSON, or empty for none
     * @throws Unavailable if no node answers in time
     * @throws Refused if one answers otherwise than well
     */
    public JsonNode ask(String method, String path, String body) {
        if (!circuit.mayAsk()) throw new Unavailable("OpenSearch did not answer some seconds ago");
        try {
            JsonNode answer = askTwice(method, path, body);
            worked();
            return answer;
        } catch (Refused e) {
            worked();
            throw e;
        } catch (Unavailable e) {
            if (circuit.failed()) LOG.warn("OpenSearch does not answer: {}", e.getMessage());
            throw e;
        }
    }

    /**
     * The client knows for a while which nodes did not answer, and leaves them out. When the last one breaks off that
     * it has left, one of the others may be back.
     */
    private JsonNode askTwice(String method, String path, String body) {
        long start = System.nanoTime();
        try {
            return send(asking, request(method, path, body), patience);
        } catch (Unavailable e) {
            Duration left = patience.minusNanos(System.nanoTime() - start);
            if (left.isNegative() || !isBrokenOff(e)) throw e;
            return send(asking, request(method, path, body), left);
        }
    }

    /** Connections are refused and break off at once; a node that lets one wait has had its time. */
    private static boolean isBrokenOff(Unavailable failure) {
        return failure.getCause() instanceof ExecutionException failed
                && failed.getCause() instanceof IOException cause
                && !(cause instanceof ResponseException)
                && !(cause instanceof SocketTimeoutException);
    }

    /**
     * Does what nobody waits for: takes as long as it takes, within two minutes.
     *
     * @throws Unavailable if no node answers in time
     * @throws Refused if one answers otherwise than well
     */
    public JsonNode work(String method, String path, String body) {
        JsonNode answer = send(working, request(method, path, body), WORK);
        worked();
        return answer;
    }

    /** So long one node is waited for; what it has not found then, nobody waits for any more. */
    public Duration patienceWithOneNode() {
        return patienceWithOneNode;
    }

    /** Whether it answered when it was asked last, or was never asked. */
    public boolean answers() {
        return !circuit.isBroken();
    }

    private void worked() {
        if (circuit.worked()) LOG.info("OpenSearch answers again");
    }

    private static Request request(String method, String path, String body) {
        var parameters = new LinkedHashMap<String, String>();
        int query = path.indexOf('?');
        if (query >= 0) {
            for (String each : path.substring(query + 1).split("&")) {
                int equals = each.indexOf('=');
                parameters.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        String bare = query < 0 ? path : path.substring(0, query);
        // Lines of JSON are no JSON: _bulk wants to be told.
        String type = body.endsWith("\n") ? "application/x-ndjson" : "application/json";
        Body sent = body.isEmpty() ? null : Body.from(body.getBytes(StandardCharsets.UTF_8), type);
        return Requests.create(method, bare, List.of(), parameters, sent);
    }

    private static JsonNode send(OpenSearchGenericClient client, Request request, Duration patience) {
        CompletableFuture<Response> sending = client.executeAsync(request);
        try (Response response = sending.get(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            JsonNode answer = json(response);
            if (response.getStatus() >= 300) throw failure(response.getStatus(), reason(answer));
            return answer;
        } catch (TimeoutException e) {
            sending.cancel(true);
            throw new Unavailable("no answer within " + patience, e);
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ResponseException refused
                    ? failure(refused.status(), "")
                    : new Unavailable(e.getCause().toString(), e);
        } catch (IOException e) {
            throw new Unavailable("the answer broke off", e);
        }
    }

    private static RuntimeException failure(int status, String reason) {
        return status >= 500 || status == 429
                ? new Unavailable("OpenSearch answered " + status + ": " + reason)
                : new Refused(status, reason);
    }

    /** What the cluster calls it; not what it was asked, which may be a resident's words. */
    private static String reason(JsonNode answer) {
        return answer.at("/error/root_cause/0/type").asText();
    }

    private static JsonNode json(Response response) throws IOException {
        Optional<Body> body = response.getBody();
        if (body.isEmpty()) return MissingNode.getInstance();
        try (InputStream in = body.get().body()) {
            return JSON.readTree(in);
        }
    }

    /** Addresses as they are set, for whoever looks why it does not answer. */
    public List<String> listAddresses() {
        return addresses.stream().map(URI::toString).toList();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            LOG.debug("The client could not be closed", e);
        }
    }
}
