package tsunagu.line.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.EventMode;
import com.linecorp.bot.webhook.model.GroupSource;
import com.linecorp.bot.webhook.model.Mention;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.RoomSource;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UserMentionee;
import com.linecorp.bot.webhook.model.UserSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.line.event.LineEvent.Passed;
import tsunagu.line.event.LineEvent.Reason;
import tsunagu.line.event.LineEvent.Said;

/**
 * Reads the body of a webhook. The SDK's own parser gives up the whole body for one field it cannot map, so the SDK
 * converts each event by itself here.
 */
public final class LineEventReader {
    /** Bounds what figures are kept by: LINE adds kinds without notice. */
    private static final Set<String> KINDS = Set.of(
            "accountLink",
            "activated",
            "beacon",
            "botResumed",
            "botSuspended",
            "deactivated",
            "delivery",
            "follow",
            "join",
            "leave",
            "memberJoined",
            "memberLeft",
            "membership",
            "messageEdited",
            "module",
            "postback",
            "unfollow",
            "unsend",
            "videoPlayComplete");

    private static final Set<String> MESSAGE_KINDS =
            Set.of("text", "image", "video", "audio", "file", "location", "sticker");

    private static final ObjectMapper JSON =
            ModelObjectMapper.createNewObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private LineEventReader() {}

    /** The events in the order of the body; empty where the body is not JSON with a list of events. */
    public static Optional<List<LineEvent>> read(byte[] body) {
        try {
            JsonNode events = JSON.readTree(body).path("events");
            if (!events.isArray()) return Optional.empty();
            var read = new ArrayList<LineEvent>();
            events.forEach(event -> read.add(read(event)));
            return Optional.of(List.copyOf(read));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The event of this JSON, as it stood in the body. */
    public static LineEvent readEvent(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return new Passed("unknown", Reason.UNREADABLE);
        }
    }

    private static LineEvent read(JsonNode node) {
        String kind = kind(node);
        Optional<LineEvent> happened = HappenedReader.read(node, kind);
        if (happened.isPresent()) return happened.get();
        Event event;
        try {
            event = JSON.treeToValue(node, Event.class);
        } catch (JsonProcessingException | RuntimeException e) {
            return new Passed(kind, Reason.UNREADABLE);
        }
        if (event == null) return new Passed(kind, Reason.UNREADABLE);
        if (event.mode() != null && event.mode() != EventMode.ACTIVE) return new Passed(kind, Reason.STANDBY);
        return switch (event) {
            case MessageEvent message when message.message() instanceof TextMessageContent text -> said(message, text);
            case MessageEvent message when message.message() == null -> new Passed(kind, Reason.UNREADABLE);
            default -> new Passed(kind, Reason.KIND);
        };
    }

    private static String kind(JsonNode event) {
        String type = event.path("type").asText();
        if (KINDS.contains(type)) return type;
        String messageType = event.path("message").path("type").asText();
        return type.equals("message") && MESSAGE_KINDS.contains(messageType) ? messageType : "unknown";
    }

    private static LineEvent said(MessageEvent event, TextMessageContent message) {
        Optional<String> group = switch (event.source()) {
            case GroupSource source -> given(source.groupId());
            case RoomSource source -> given(source.roomId());
            case null, default -> Optional.empty();
        };
        if (group.isEmpty() && !(event.source() instanceof UserSource)) return passed(Reason.NO_SOURCE);
        if (given(event.replyToken()).isEmpty()) return passed(Reason.NO_REPLY_TOKEN);
        if (given(message.text()).isEmpty()) return passed(Reason.NO_TEXT);
        List<UserMentionee> calls = callsOfUs(message.mention());
        if (group.isPresent() && calls.isEmpty()) return passed(Reason.NOT_ADDRESSED);
        return new Said(
                given(event.webhookEventId()).or(() -> given(message.id())),
                given(event.source().userId()),
                group,
                event.replyToken(),
                withoutCalls(wellFormed(message.text()), calls),
                given(message.id()));
    }

    private static Passed passed(Reason reason) {
        return new Passed("text", reason);
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static List<UserMentionee> callsOfUs(Mention mention) {
        if (mention == null || mention.mentionees() == null) return List.of();
        return mention.mentionees().stream()
                .filter(UserMentionee.class::isInstance)
                .map(UserMentionee.class::cast)
                .filter(call -> Boolean.TRUE.equals(call.isSelf()))
                .toList();
    }

    /** 「@西東京市 青嵐中」 asks about 「青嵐中」. Text that is nothing but our name stays. */
    private static String withoutCalls(String text, List<UserMentionee> calls) {
        var words = new StringBuilder(text);
        calls.stream()
                .filter(call -> isName(text, call))
                .sorted(Comparator.comparing(UserMentionee::index).reversed())
                .forEach(call -> words.delete(call.index(), call.index() + call.length()));
        String rest = words.toString().strip();
        return rest.isEmpty() ? text : rest;
    }

    private static boolean isName(String text, UserMentionee call) {
        return call.index() != null
                && call.length() != null
                && call.index() >= 0
                && call.length() > 0
                && call.length() <= text.length() - call.index()
                && text.charAt(call.index()) == '@';
    }

    /** A database takes neither half a character nor NUL; every replacement keeps the length, for the mentions. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
    }
}
