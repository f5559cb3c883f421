package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * LINE's Messaging API over real HTTP on a port of its own. It knows only reply tokens it issued, takes each once, and
 * holds every message against LINE's limits.
 *
 * <pre>{@code
 * try (FakeLine line = FakeLine.start();
 *         EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, line.settings())) {
 *     line.deliverTo(server.getURI());
 *     SentReply reply = line.resident("花子").asks("青嵐中");
 * }
 * }</pre>
 */
public final class FakeLine implements AutoCloseable {
    public static final String CHANNEL = "default";
    public static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
    public static final String TOKEN = "fake+channel/access=token";
    public static final String BOT_USER_ID = "U8e742f61d673b39c7fff3cecb7536ef0";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SLOW = Duration.ofMillis(400);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LineLimits limits = LineLimits.read();
    private final FakeAccount account = new FakeAccount(limits);
    private final FakeOutbox outbox = new FakeOutbox(limits);
    private final FakeMulticast multicast = new FakeMulticast(limits, account);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** True once used. */
    private final Map<String, Boolean> replyTokens = new ConcurrentHashMap<>();

    private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final Queue<SentReply> tries = new ConcurrentLinkedQueue<>();
    private volatile Supplier<Trouble> weather = () -> null;
    private final List<SentReply> replies = new ArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private volatile URI bot;

    private FakeLine() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /** What can go wrong with a request for a reply. */
    public enum Trouble {
        RATE_LIMIT,
        MONTHLY_LIMIT,
        ERROR_500,
        HTML_502,
        /** Nothing is taken and nothing answered. */
        HANG,
        /** The reply reaches the resident, but whoever sent it hears nothing. */
        TAKE_AND_HANG,
        /** Taken after 400 ms. */
        SLOW
    }

    public static FakeLine start() {
        try {
            return new FakeLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI apiUrl() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    /** The account that bot {@value #BOT_USER_ID} is. */
    public FakeAccount account() {
        return account;
    }

    /** What was sent without a reply token. */
    public FakeOutbox outbox() {
        return outbox;
    }

    /** What was sent to many at once. */
    public FakeMulticast multicast() {
        return multicast;
    }

    /** The product's settings for talking to this server, and a port of its own; add a datasource where needed. */
    public Map<String, Object> settings() {
        return Map.of(
                "micronaut.server.port",
                -1,
                "line.api-url",
                apiUrl().toString(),
                "line.data-api-url",
                apiUrl().toString(),
                "line.channels." + CHANNEL + ".secret",
                SECRET,
                "line.channels." + CHANNEL + ".token",
                TOKEN);
    }

    /** Where the bot listens, such as {@code http://localhost:8080}. */
    public void deliverTo(URI server) {
        bot = server;
    }

    /** Somebody who writes to channel {@value #CHANNEL}; the same name is the same person. */
    public LineResident resident(String name) {
        return new LineResident(this, webhook(CHANNEL, SECRET), name);
    }

    /** The same with a channel of your own. */
    public LineWebhook webhook(String channel, String secret) {
        if (bot == null) throw new IllegalStateException("call deliverTo first");
        return new LineWebhook(bot.resolve("/line/" + channel + "/webhook"), secret);
    }

    public String issueReplyToken() {
        String token = UUID.randomUUID().toString().replace("-", "");
        replyTokens.put(token, false);
        return token;
    }

    /** As after its minute. */
    public void expire(String replyToken) {
        replyTokens.remove(replyToken);
    }

    /** The next requests for a reply meet these, one each; afterwards all is well. */
    public void next(Trouble... next) {
        troubles.addAll(Arrays.asList(next));
    }

    /** Every request for a reply meets one of these, unless {@link #next} says otherwise; null where all is well. */
    public void always(Supplier<Trouble> any) {
        weather = any;
    }

    /** Every request for a reply in the order they came, whatever became of it. */
    public List<SentReply> tries() {
        return List.copyOf(tries);
    }

    /** Waits for the reply that came with this token; fails after 20 seconds. */
    public SentReply awaitReply(String replyToken) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (replies) {
            while (true) {
                for (SentReply reply : replies) {
                    if (reply.replyToken().equals(replyToken)) return reply;
                }
                long leftMillis = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (leftMillis <= 0) throw new AssertionError("no reply; refused were: " + refusals);
                try {
                    replies.wait(leftMillis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** What reached residents, in the order taken. */
    public List<SentReply> replies() {
        synchronized (replies) {
            return List.copyOf(replies);
        }
    }

    /** Status of every request for a reply, 0 where it hung. */
    public List<Integer> statuses() {
        synchronized (replies) {
            return List.copyOf(statuses);
        }
    }

    /** Waits until that many requests for a reply came, whatever became of them. */
    public List<Integer> awaitStatuses(int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (statuses().size() < count) {
            if (System.nanoTime() > end) throw new AssertionError("only " + statuses);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return statuses();
    }

    /** As if newly started; reply tokens stay good. */
    public void forget() {
        troubles.clear();
        tries.clear();
        statuses.clear();
        refusals.clear();
        synchronized (replies) {
            replies.clear();
        }
    }

    /** Why requests were refused. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders()
                    .add("x-line-request-id", UUID.randomUUID().toString());
            String call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean known =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!known) {
                refuse(exchange, 401, "Authentication failed. Confirm that the access token is valid.", List.of());
            } else if (call.equals("GET /v2/bot/info")) {
                send(
                        exchange,
                        200,
                        JSON.createObjectNode()
                                .put("userId", BOT_USER_ID)
                                .put("basicId", "@fake")
                                .put("displayName", "西の町"));
            } else if (call.equals("POST /v2/bot/message/reply")) {
                reply(exchange, body);
            } else {
                answerOfAccount(exchange, call, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerOfAccount(HttpExchange exchange, String call, byte[] body)
            throws IOException, InterruptedException {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        String retryKey = exchange.getRequestHeaders().getFirst("X-Line-Retry-Key");
        FakeAccount.Response response = outbox.answer(call, retryKey, body);
        if (response == null) response = multicast.answer(call, retryKey, body);
        if (response == null) response = account.answer(call, type, body);
        if (response == null) {
            refuse(exchange, 404, "Not found", List.of());
            return;
        }
        if (response.status() == 0) {
            hang();
            return;
        }
        if (response.status() >= 400) refusals.add(call + " " + response.body());
        if (response.status() == 502) {
            send(exchange, 502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
            return;
        }
        send(exchange, response.status(), response.body());
    }

    private void reply(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        Trouble announced = troubles.poll();
        Trouble trouble = announced == null ? weather.get() : announced;
        JsonNode request = JSON.readTree(body);
        tries.add(new SentReply(request.path("replyToken").asText(), request.path("messages")));
        switch (trouble) {
            case null -> take(exchange, body, false);
            case RATE_LIMIT ->
                refuse(exchange, 429, "The API rate limit has been exceeded. Try again later.", List.of());
            case MONTHLY_LIMIT -> refuse(exchange, 429, "You have reached your monthly limit.", List.of());
            case ERROR_500 -> refuse(exchange, 500, "Internal server error", List.of());
            case HTML_502 -> sendPage(exchange);
            case HANG -> {
                statuses.add(0);
                hang();
            }
            case TAKE_AND_HANG -> {
                take(exchange, body, true);
                hang();
            }
            case SLOW -> {
                Thread.sleep(SLOW);
                take(exchange, body, false);
            }
        }
    }

    private void take(HttpExchange exchange, byte[] body, boolean silently) throws IOException {
        if (exchange.getRequestHeaders().containsKey("X-Line-Retry-Key")) {
            refuse(exchange, 400, "The retry key is not supported here", List.of());
            return;
        }
        if (body.length > limits.maxRequestBytes()) {
            refuse(exchange, 413, "Request exceeds the max size of 2MB", List.of());
            return;
        }
        JsonNode request = JSON.readTree(body);
        List<String> problems = limits.problemsOfReply(request);
        if (!problems.isEmpty()) {
            refuse(exchange, 400, "The request body has problems", problems);
            return;
        }
        // Unknown, expired and used look the same from outside.
        String token = request.path("replyToken").asText();
        if (!replyTokens.replace(token, false, true)) {
            refuse(exchange, 400, "Invalid reply token", List.of());
            return;
        }
        // At one moment: whoever waits for the one finds the other.
        synchronized (replies) {
            statuses.add(silently ? 0 : 200);
            replies.add(new SentReply(token, request.path("messages")));
            replies.notifyAll();
        }
        if (silently) return;
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("sentMessages").addObject().put("id", "1").put("quoteToken", "q");
        send(exchange, 200, answer);
    }

    private void hang() throws InterruptedException {
        closed.await(1, TimeUnit.MINUTES);
    }

    private void refuse(HttpExchange exchange, int status, String message, List<String> details) throws IOException {
        refusals.add(status + " " + message + " " + details);
        if (exchange.getRequestURI().getPath().endsWith("/reply")) statuses.add(status);
        ObjectNode answer = JSON.createObjectNode().put("message", message);
        var list = answer.putArray("details");
        details.forEach(detail -> list.addObject().put("message", detail).put("property", "messages"));
        send(exchange, status, answer);
    }

    private void sendPage(HttpExchange exchange) throws IOException {
        statuses.add(502);
        send(exchange, 502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }

    private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        send(exchange, status, "application/json", answer.toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
