package tsunagu.line.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One event of a webhook's body as LINE delivered it, before anybody asks what kind it is. {@code toString} tells
 * nothing of it.
 *
 * @param json the event alone
 * @param key the same for every copy; empty where LINE gave nothing to tell copies by
 * @param messageId of the message it brings
 * @param userId LINE's id of the person; empty where LINE withholds it
 * @param groupId id of the group or room, empty in a chat of two
 * @param happenedAt empty where LINE does not say
 * @param redelivery whether LINE delivers it once more
 */
public record Delivered(
        String json,
        Optional<String> key,
        Optional<String> messageId,
        Optional<String> userId,
        Optional<String> groupId,
        Optional<Instant> happenedAt,
        boolean redelivery,
        Optional<String> replyToken) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    /** LINE's are much shorter; longer ones no database is asked to find again. */
    private static final int LONGEST_ID = 100;

    private static final int LONGEST_TOKEN = 1000;
    private static final long LAST_MILLIS =
            Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

    /**
     * The whole of what LINE delivered at once.
     *
     * @param destination user id of the account the events are for; empty where LINE does not say
     * @param events in the order of the body
     */
    public record Body(Optional<String> destination, List<Delivered> events) {}

    /** Empty where the body is not JSON with a list of events. */
    public static Optional<Body> read(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (!read.path("events").isArray()) return Optional.empty();
            var events = new ArrayList<Delivered>();
            for (JsonNode event : read.path("events")) events.add(read(event));
            return Optional.of(new Body(text(read.path("destination"), LONGEST_ID), List.copyOf(events)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Delivered read(JsonNode event) throws JsonProcessingException {
        JsonNode source = event.path("source");
        Optional<String> messageId = text(event.path("message").path("id"), LONGEST_ID);
        return new Delivered(
                wellFormed(JSON.writeValueAsString(event)),
                text(event.path("webhookEventId"), LONGEST_ID)
                        .or(() -> text(event.path("message").path("id"), LONGEST_ID)),
                messageId,
                text(source.path("userId"), LONGEST_ID),
                text(source.path("groupId"), LONGEST_ID).or(() -> text(source.path("roomId"), LONGEST_ID)),
                time(event.path("timestamp")),
                event.path("deliveryContext").path("isRedelivery").asBoolean(false),
                text(event.path("replyToken"), LONGEST_TOKEN));
    }

    private static Optional<String> text(JsonNode value, int longest) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0);
    }

    private static Optional<Instant> time(JsonNode millis) {
        return millis.isIntegralNumber() && millis.canConvertToLong() && Math.abs(millis.asLong()) < LAST_MILLIS
                ? Optional.of(Instant.ofEpochMilli(millis.asLong()))
                : Optional.empty();
    }

    /** No database takes half a character. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Delivered[]";
    }
}
