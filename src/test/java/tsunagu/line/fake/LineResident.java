package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Somebody with a phone.
 *
 * <p>{@link #asks} is the whole way, webhook to reply; {@link #says} makes the event only, to be changed, repeated or
 * put with others into one body.
 */
public final class LineResident {
    private final FakeLine line;
    private final LineWebhook webhook;
    private final String name;
    private final ObjectNode source;

    LineResident(FakeLine line, LineWebhook webhook, String name) {
        this(line, webhook, name, JsonNodeFactory.instance.objectNode());
        source.put("type", "user").put("userId", userId());
    }

    private LineResident(FakeLine line, LineWebhook webhook, String name, ObjectNode source) {
        this.line = line;
        this.webhook = webhook;
        this.name = name;
        this.source = source;
    }

    /** The same person, talking in a group. */
    public LineResident inGroup(String group) {
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        place.put("type", "group").put("groupId", "C" + hex(group)).put("userId", userId());
        return new LineResident(line, webhook, name, place);
    }

    /** {@code U} and 32 hexadecimal digits. */
    public String userId() {
        return "U" + hex(name);
    }

    /** Writes, expects 200, and waits for the reply. */
    public SentReply asks(String text) {
        ObjectNode event = says(text);
        HttpResponse<String> response = webhook.deliver(event);
        if (response.statusCode() != 200) {
            throw new AssertionError("the webhook answered " + response.statusCode() + " " + response.body());
        }
        return line.awaitReply(replyToken(event));
    }

    /** The event of a text message, with a reply token of its own. */
    public ObjectNode says(String text) {
        ObjectNode event = event("message").put("replyToken", line.issueReplyToken());
        event.putObject("message")
                .put("id", String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 1))
                .put("type", "text")
                .put("quoteToken", "q3Plxr4AgKd")
                .put("text", text);
        return event;
    }

    /** The same, calling the bot by the name the text begins with. */
    public ObjectNode saysTo(String botName, String rest) {
        ObjectNode event = says(botName + rest);
        ObjectNode call = ((ObjectNode) event.path("message"))
                .putObject("mention")
                .putArray("mentionees")
                .addObject();
        call.put("index", 0)
                .put("length", botName.length())
                .put("userId", FakeLine.BOT_USER_ID)
                .put("type", "user")
                .put("isSelf", true);
        return event;
    }

    /** An event of any kind, without a reply token: {@code follow}, {@code unfollow} … */
    public ObjectNode event(String type) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", type)
                .put("mode", "active")
                .put("timestamp", System.currentTimeMillis())
                .put("webhookEventId", eventId())
                .set("source", source.deepCopy());
        event.putObject("deliveryContext").put("isRedelivery", false);
        return event;
    }

    /** A message of another kind than text: {@code sticker}, {@code image} …, to be filled in further. */
    public ObjectNode sends(String kind) {
        ObjectNode event = says("x");
        String id = event.at("/message/id").asText();
        event.putObject("message").put("id", id).put("type", kind);
        return event;
    }

    /** Delivers an event, expects 200, and waits for the reply. */
    public SentReply reply(ObjectNode event) {
        deliver(event);
        return line.awaitReply(replyToken(event));
    }

    /** Delivers events in one body, expects 200. */
    public void deliver(JsonNode... events) {
        HttpResponse<String> response = webhook.deliver(events);
        if (response.statusCode() != 200) {
            throw new AssertionError("the webhook answered " + response.statusCode() + " " + response.body());
        }
    }

    public static String replyToken(JsonNode event) {
        return event.path("replyToken").asText();
    }

    /** 26 characters, as a ULID. */
    private static String eventId() {
        return "01"
                + UUID.randomUUID().toString().replace("-", "").toUpperCase().substring(0, 24);
    }

    private static String hex(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
