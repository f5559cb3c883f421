package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** LINE's limits by number, read from {@code line/line-limits.json}, held against what we send. */
public final class LineLimits {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private final JsonNode limits;

    private LineLimits(JsonNode limits) {
        this.limits = limits;
    }

    public static LineLimits read() {
        try (InputStream file = LineLimits.class.getResourceAsStream("/line/line-limits.json")) {
            return new LineLimits(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int maxRequestBytes() {
        return number("/request/max_bytes");
    }

    /** What LINE would refuse in the body of a reply; empty where it would take it. */
    public List<String> problemsOfReply(JsonNode request) {
        var problems = new ArrayList<String>();
        check(!request.path("replyToken").asText().isEmpty(), "replyToken must be given", problems);
        JsonNode messages = request.path("messages");
        boolean few = messages.isArray()
                && messages.size() >= number("/request/messages_per_request/min")
                && messages.size() <= number("/request/messages_per_request/max");
        check(few, "messages: size must be between 1 and 5", problems);
        messages.forEach(message -> checkMessage(message, problems));
        return problems;
    }

    private void checkMessage(JsonNode message, List<String> problems) {
        String type = message.path("type").asText();
        check(type.equals("text"), "message type is not known here yet: " + type, problems);
        JsonNode text = message.path("text");
        check(text.isTextual() && !text.asText().isBlank(), "text may not be empty", problems);
        check(text.asText().length() <= number("/text/text/max"), "text is too long", problems);
        JsonNode quickReply = message.path("quickReply");
        if (quickReply.isMissingNode()) return;
        JsonNode items = quickReply.path("items");
        boolean few = items.isArray() && !items.isEmpty() && items.size() <= number("/quickReply/items/max");
        check(few, "quickReply: items must be between 1 and 13", problems);
        items.forEach(item -> checkItem(item, problems));
    }

    private void checkItem(JsonNode item, List<String> problems) {
        check(item.path("type").asText().equals("action"), "quickReply: item type must be action", problems);
        JsonNode action = item.path("action");
        String type = action.path("type").asText();
        check(type.equals("message"), "action type is not known here yet: " + type, problems);
        String label = action.path("label").asText();
        check(!label.isBlank(), "action label may not be empty", problems);
        check(graphemes(label) <= number("/label/quick_reply/max"), "action label is too long", problems);
        String text = action.path("text").asText();
        check(!text.isBlank(), "action text may not be empty", problems);
        check(graphemes(text) <= number("/action/message/text/max"), "action text is too long", problems);
    }

    /** Characters as a reader counts them. */
    public static long graphemes(String text) {
        return GRAPHEME.matcher(text).results().count();
    }

    private static void check(boolean fine, String problem, List<String> problems) {
        if (!fine) problems.add(problem);
    }

    private int number(String pointer) {
        JsonNode limit = limits.at(pointer);
        if (!limit.isInt()) throw new IllegalStateException("no number in line-limits.json at " + pointer);
        return limit.asInt();
    }
}
