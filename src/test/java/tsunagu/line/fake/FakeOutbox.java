package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tsunagu.line.fake.FakeAccount.Response;

/** What is sent without a reply token: messages that count, and the sign that an answer is being worked on. */
public final class FakeOutbox {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PERSON = Pattern.compile("U[0-9a-f]{32}");

    private final LineLimits limits;
    private final Set<String> retryKeys = ConcurrentHashMap.newKeySet();
    private final List<Pushed> pushed = new CopyOnWriteArrayList<>();
    private final List<String> loading = new CopyOnWriteArrayList<>();

    FakeOutbox(LineLimits limits) {
        this.limits = limits;
    }

    /** @param to a person, group or room */
    public record Pushed(String to, JsonNode messages) {}

    /** In the order taken. */
    public List<Pushed> pushed() {
        return List.copyOf(pushed);
    }

    /** User ids of those who were shown that an answer is being worked on. */
    public List<String> loading() {
        return List.copyOf(loading);
    }

    /** Null where the call is none of ours; {@code retryKey} is null where there is none. */
    Response answer(String call, String retryKey, byte[] body) throws IOException {
        return switch (call) {
            case "POST /v2/bot/message/push" -> push(retryKey, JSON.readTree(body));
            case "POST /v2/bot/chat/loading/start" -> load(retryKey, JSON.readTree(body));
            default -> null;
        };
    }

    private Response push(String retryKey, JsonNode request) {
        List<String> problems = limits.problemsOfMessages(request);
        if (!problems.isEmpty()) return refused(400, String.join("; ", problems));
        if (retryKey != null && !retryKeys.add(retryKey)) return refused(409, "The retry key is already accepted");
        pushed.add(new Pushed(request.path("to").asText(), request.path("messages")));
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("sentMessages").addObject().put("id", "1").put("quoteToken", "q");
        return new Response(200, answer);
    }

    private Response load(String retryKey, JsonNode request) {
        int seconds = request.path("loadingSeconds").asInt(20);
        String chat = request.path("chatId").asText();
        boolean good = PERSON.matcher(chat).matches() && seconds >= 5 && seconds <= 60 && seconds % 5 == 0;
        if (!good || retryKey != null) return refused(400, "The request body has problems");
        loading.add(chat);
        return new Response(202, JSON.createObjectNode());
    }

    private static Response refused(int status, String message) {
        return new Response(status, JSON.createObjectNode().put("message", message));
    }
}
