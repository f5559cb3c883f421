package tsunagu.staff;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.Databases;

/**
 * A running copy with an empty database, and members of staff at their browsers: for tests of staff screens in any
 * room.
 *
 * <pre>{@code
 * try (var town = TestStaff.open()) {
 *     var editor = town.member(Role.EDITOR, Optional.of("nishitokyo"));
 *     assertThat(editor.get("/console/faq").statusCode()).isEqualTo(200);
 *     editor.post("/console/faq/new", Map.of("question", "会費は？"));
 * }
 * }</pre>
 */
public final class TestStaff implements AutoCloseable {
    public static final String PASSWORD = "とても長いパスワードです";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");

    private final EmbeddedServer server;
    /** Of a database that nobody else knows. */
    private final Optional<String> database;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private TestStaff(EmbeddedServer server, Optional<String> database) {
        this.server = server;
        this.database = database;
    }

    public static TestStaff open() {
        return open(Map.of());
    }

    /** @param settings besides those of a copy with a database in memory */
    public static TestStaff open(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("micronaut.server.port", -1);
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        all.put("datasources.default.url", url);
        all.putAll(settings);
        Optional<String> own = Optional.of(url).filter(all.get("datasources.default.url")::equals);
        return new TestStaff(ApplicationContext.run(EmbeddedServer.class, all), own);
    }

    public String url() {
        return server.getURL().toString();
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** Somebody who is not signed in. */
    public Browser visitor() {
        return new Browser();
    }

    /** A new member of staff, signed in. */
    public Browser member(Role role, Optional<String> municipality) {
        String login = "member-" + UUID.randomUUID();
        String path = bean(Invitations.class).inviteFromCommandLine(role, municipality);
        bean(Invitations.class).accept(path.substring(Invitations.PATH.length()), login, role.label() + "の人", PASSWORD);
        var browser = new Browser();
        browser.signIn(login, PASSWORD);
        return browser;
    }

    /** One browser: keeps its cookies, and sends forms with the token of the page they stand on. */
    public final class Browser {
        private final Map<String, String> cookies = new HashMap<>();

        private Browser() {}

        public HttpResponse<String> get(String path, String... headers) {
            return send(request(path, headers).GET());
        }

        /** Fills a form on the page of the same path, or on the sign-in page, and sends it. */
        public HttpResponse<String> post(String path, Map<String, String> fields) {
            var all = new HashMap<>(fields);
            all.put("csrfToken", formToken());
            return postAsIs(path, all);
        }

        /** Sends fields without our token. */
        public HttpResponse<String> postAsIs(String path, Map<String, String> fields, String... headers) {
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(request(path, headers)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
        }

        public HttpResponse<String> signIn(String login, String password) {
            return post("/console/sign-in", Map.of("login", login, "password", password));
        }

        /** As every page of ours carries it: in the form to sign out, or to sign in. */
        public String formToken() {
            String page = get("/console/password").body();
            if (page.isEmpty()) page = get("/console/sign-in").body();
            var token = FORM_TOKEN.matcher(page);
            assertThat(token.find()).as("a form token in " + page).isTrue();
            return token.group(1);
        }

        /** The cookies as they are sent; may be tampered with. */
        public Map<String, String> cookies() {
            return cookies;
        }

        public HttpRequest.Builder request(String path, String... headers) {
            var request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(30));
            if (headers.length > 0) request.headers(headers);
            return request.header("Accept", "text/html");
        }

        public HttpResponse<String> send(HttpRequest.Builder request) {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            try {
                HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
                response.headers().allValues("Set-Cookie").forEach(this::keep);
                return response;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void keep(String setCookie) {
            String[] pair = setCookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        database.ifPresent(Databases::shutDown);
    }
}
