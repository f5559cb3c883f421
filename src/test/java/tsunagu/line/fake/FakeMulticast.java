package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tsunagu.line.fake.FakeAccount.Response;
import tsunagu.line.fake.FakeLine.Trouble;

/**
 * Messages to many at once, by LINE's rules: at most 500 user ids, all of them or nobody, a retry key that is taken
 * once, a quota that recipients count against, 200 requests a second.
 */
public final class FakeMulticast {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PERSON = Pattern.compile("U[0-9a-f]{32}");
    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST_A_SECOND = 200;
    private static final long SECOND = 1_000_000_000;
    private static final long SLOW_MILLIS = 400;
    /** Whoever hears nothing. */
    private static final Response SILENCE = new Response(0, null);

    private final LineLimits limits;
    private final FakeAccount account;
    private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private volatile Supplier<Trouble> weather = () -> null;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> unheard = ConcurrentHashMap.newKeySet();
    private final Map<String, String> bodies = new HashMap<>();
    private final Set<String> takenKeys = new HashSet<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Request> taken = new ArrayList<>();
    private final List<Request> changed = new ArrayList<>();
    private final Deque<Long> lastSecond = new ArrayDeque<>();

    FakeMulticast(LineLimits limits, FakeAccount account) {
        this.limits = limits;
        this.account = account;
    }

    /**
     * One request.
     *
     * @param at {@link System#nanoTime} when it came
     * @param status 0 where nothing was answered
     */
    public record Request(long at, String retryKey, List<String> to, JsonNode messages, int status) {}

    /** The next requests meet these, one each; afterwards all is well. */
    public void next(Trouble... next) {
        troubles.addAll(Arrays.asList(next));
    }

    /** Every request meets one of these, unless {@link #next} says otherwise; null where all is well. */
    public void always(Supplier<Trouble> any) {
        weather = any;
    }

    /** LINE knows nobody of this id, and says so: nobody of the request gets anything. */
    public void refuses(String userId) {
        refused.add(userId);
    }

    /** LINE knows nobody of this id, and says nothing. */
    public void ignores(String userId) {
        unheard.add(userId);
    }

    /** Every request in the order they came, whatever became of it. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Those that reached their recipients. */
    public synchronized List<Request> taken() {
        return List.copyOf(taken);
    }

    /** Those that came with the retry key of an earlier one and said something else, or to others. */
    public synchronized List<Request> changed() {
        return List.copyOf(changed);
    }

    /** How many messages each resident got. */
    public synchronized Map<String, Integer> received() {
        var counts = new HashMap<String, Integer>();
        taken.forEach(request -> request.to().stream()
                .filter(user -> !unheard.contains(user))
                .forEach(user -> counts.merge(user, 1, Integer::sum)));
        return counts;
    }

    /** Null where the call is none of ours; of status 0 where nothing is to be answered. */
    Response answer(String call, String retryKey, byte[] body) throws IOException, InterruptedException {
        if (!call.equals("POST /v2/bot/message/multicast")) return null;
        Trouble announced = troubles.poll();
        Trouble trouble = announced == null ? weather.get() : announced;
        JsonNode request = JSON.readTree(body);
        return switch (trouble) {
            case null -> take(retryKey, request, body.length, false);
            case RATE_LIMIT ->
                note(retryKey, request, refuse(429, "The API rate limit has been exceeded. Try again later."));
            case MONTHLY_LIMIT -> note(retryKey, request, refuse(429, "You have reached your monthly limit."));
            case ERROR_500 -> note(retryKey, request, refuse(500, "Internal server error"));
            case HTML_502 -> note(retryKey, request, refuse(502, "Bad Gateway"));
            case HANG -> note(retryKey, request, SILENCE);
            case TAKE_AND_HANG -> take(retryKey, request, body.length, true);
            case SLOW -> {
                Thread.sleep(SLOW_MILLIS);
                yield take(retryKey, request, body.length, false);
            }
        };
    }

    private synchronized Response take(String key, JsonNode request, int bytes, boolean silently) {
        Response response = response(key, request, bytes);
        boolean silent = silently && response.status() == 200;
        Request noted = noted(key, request, silent ? 0 : response.status());
        if (response.status() == 200) {
            taken.add(noted);
            if (key != null) takenKeys.add(key);
            account.use(noted.to().size());
        }
        return silent ? SILENCE : response;
    }

    private Response response(String key, JsonNode request, int bytes) {
        if (bytes > limits.maxRequestBytes()) return refuse(413, "Request exceeds the max size of 2MB");
        if (key != null && !KEY.matcher(key).matches()) return refuse(400, "Invalid retry key");
        if (key != null && takenKeys.contains(key)) return refuse(409, "The retry key is already accepted");
        if (isTooOften()) return refuse(429, "The API rate limit has been exceeded. Try again later.");
        List<String> problems = limits.problemsOfMessages(request);
        if (!problems.isEmpty()) return refuse(400, String.join("; ", problems));
        List<String> to = recipients(request);
        if (to.isEmpty() || to.size() > limits.number("/request/multicast_to/max")) {
            return refuse(400, "The property, 'to', in the request body is invalid");
        }
        Response bad = refuseRecipients(to);
        if (bad != null) return bad;
        if (!account.hasRoomFor(to.size())) return refuse(429, "You have reached your monthly limit.");
        return new Response(200, JSON.createObjectNode());
    }

    private Response refuseRecipients(List<String> to) {
        ObjectNode answer = JSON.createObjectNode().put("message", "The request body has 1 error(s)");
        var details = answer.putArray("details");
        var seen = new HashSet<String>();
        for (int i = 0; i < to.size(); i++) {
            boolean good = PERSON.matcher(to.get(i)).matches() && !refused.contains(to.get(i)) && seen.add(to.get(i));
            if (!good) details.addObject().put("message", "invalid user id").put("property", "to[" + i + "]");
        }
        return details.isEmpty() ? null : new Response(400, answer);
    }

    private boolean isTooOften() {
        long now = System.nanoTime();
        while (!lastSecond.isEmpty() && now - lastSecond.peekFirst() > SECOND) lastSecond.pollFirst();
        lastSecond.addLast(now);
        return lastSecond.size() > MOST_A_SECOND;
    }

    private synchronized Response note(String key, JsonNode request, Response response) {
        noted(key, request, response.status());
        return response;
    }

    private Request noted(String key, JsonNode request, int status) {
        var noted = new Request(
                System.nanoTime(), String.valueOf(key), recipients(request), request.path("messages"), status);
        requests.add(noted);
        String before = key == null ? null : bodies.putIfAbsent(key, request.toString());
        if (before != null && !before.equals(request.toString())) changed.add(noted);
        return noted;
    }

    private static List<String> recipients(JsonNode request) {
        return request.path("to").valueStream().map(JsonNode::asText).toList();
    }

    private static Response refuse(int status, String message) {
        return new Response(status, JSON.createObjectNode().put("message", message));
    }
}
