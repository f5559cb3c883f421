package tsunagu.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole server on a free port, its database in memory, and a plain HTTP client that explains nothing away. */
final class WebServer implements AutoCloseable {
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private WebServer(EmbeddedServer server) {
        this.server = server;
    }

    /** With {@link SampleReplies} in place of the dialogue. */
    static WebServer startWithSampleTalk() {
        return start(SampleTalk.NAME);
    }

    /** With the dialogue of the product. */
    static WebServer start() {
        return start("web");
    }

    private static WebServer start(String name) {
        return new WebServer(ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.port",
                        -1,
                        "spec.name",
                        name,
                        "datasources.default.url",
                        "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE")));
    }

    String url() {
        return server.getURL().toString();
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> ask(String json, String... headers) {
        return ask(json.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> ask(byte[] body, String... headers) {
        return send(request("/api/chat", headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** As a browser sends a form. */
    HttpResponse<String> form(Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return form(body, headers);
    }

    HttpResponse<String> form(String body, String... headers) {
        return send(request("/", headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
