package tsunagu.line.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import tsunagu.line.event.LineEvent.Happened;
import tsunagu.line.event.LineEvent.Passed;
import tsunagu.line.event.LineEvent.Reason;
import tsunagu.line.event.LineEvent.What;

/**
 * Reads what happens without words. It takes from the JSON the little that we need: a file whose size no number of the
 * SDK's can hold is still somebody's file.
 */
final class HappenedReader {
    private HappenedReader() {}

    /** Empty for kinds that are not ours to answer. */
    static Optional<LineEvent> read(JsonNode event, String kind) {
        return what(event, kind).map(what -> read(event, kind, what));
    }

    private static LineEvent read(JsonNode event, String kind, What what) {
        String mode = event.path("mode").asText("active");
        if (!mode.equals("active")) return new Passed(kind, Reason.STANDBY);
        JsonNode source = event.path("source");
        Optional<String> group = text(source.path("groupId")).or(() -> text(source.path("roomId")));
        Optional<String> user = text(source.path("userId"));
        if (group.isEmpty() && !source.path("type").asText().equals("user")) return new Passed(kind, Reason.NO_SOURCE);
        Optional<String> token = text(event.path("replyToken"));
        if (what.isAnswered() && token.isEmpty()) return new Passed(kind, Reason.NO_REPLY_TOKEN);
        if (what.isTalk() && group.isPresent()) return new Passed(kind, Reason.NOT_ADDRESSED);
        Optional<String> key = text(event.path("webhookEventId"))
                .or(() -> text(event.path("message").path("id")));
        return new Happened(kind, key, user, group, token, what);
    }

    private static Optional<What> what(JsonNode event, String kind) {
        return switch (kind) {
            case "sticker" -> Optional.of(new What.Sticker());
            case "image" -> Optional.of(new What.Media(What.Media.Kind.PICTURE));
            case "video" -> Optional.of(new What.Media(What.Media.Kind.VIDEO));
            case "audio" -> Optional.of(new What.Media(What.Media.Kind.VOICE));
            case "file" -> Optional.of(new What.Media(What.Media.Kind.FILE));
            case "location" ->
                Optional.of(
                        new What.Located(text(event.path("message").path("address")), point(event.path("message"))));
            case "follow" ->
                Optional.of(new What.Followed(
                        event.path("follow").path("isUnblocked").asBoolean(false)));
            case "unfollow" -> Optional.of(new What.Unfollowed());
            case "unsend" -> text(event.path("unsend").path("messageId")).map(What.Unsent::new);
            case "postback" -> text(event.path("postback").path("data")).map(What.Pressed::new);
            case "join" -> Optional.of(new What.JoinedGroup());
            default -> Optional.empty();
        };
    }

    private static Optional<What.Located.Point> point(JsonNode message) {
        JsonNode latitude = message.path("latitude");
        JsonNode longitude = message.path("longitude");
        return Optional.of(new What.Located.Point(latitude.asDouble(), longitude.asDouble()))
                .filter(any -> latitude.isNumber() && longitude.isNumber());
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }
}
