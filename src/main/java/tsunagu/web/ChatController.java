package tsunagu.web;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Map;
import tsunagu.conversation.Utterance;
import tsunagu.web.problem.Refusal;
import tsunagu.web.problem.Refusal.Reason;

/** The JSON door: {@code {"conversation", "text", "language"}} in, {@link ChatAnswer} out. */
@Controller("/api/chat")
final class ChatController {
    static final String CONVERSATION_HEADER = "X-Conversation";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Turns turns;

    ChatController(Turns turns) {
        this.turns = turns;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatAnswer> chat(HttpRequest<byte[]> request) {
        Utterance utterance = read(request.getBody().orElseGet(() -> new byte[0]));
        var answer = ChatAnswer.of(utterance.conversation(), turns.reply(utterance));
        return HttpResponse.ok(answer)
                .header(CONVERSATION_HEADER, answer.conversation())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** By hand, since binding to a record takes {@code {"text": 5}} for {@code "5"} and explains nothing. */
    private static Utterance read(byte[] body) {
        JsonNode request = parse(body);
        if (!request.isObject()) throw new Refusal(Reason.NOT_JSON);
        return UtteranceReader.read(field(request, "conversation"), field(request, "text"), field(request, "language"));
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) throw new Refusal(Reason.NOT_JSON);
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new Refusal(Reason.NOT_JSON);
        }
    }

    @Nullable
    private static String field(JsonNode request, String name) {
        JsonNode value = request.get(name);
        if (value == null || value.isNull()) return null;
        if (!value.isTextual()) throw new Refusal(Reason.WRONG_TYPE, Map.of("field", name));
        return value.textValue();
    }
}
