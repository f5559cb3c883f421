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
        problems.addAll(problemsOfMessages(request));
        return problems;
    }

    /** The same for one that names whom it is for instead of a reply token. */
    List<String> problemsOfMessages(JsonNode request) {
        var problems = new ArrayList<String>();
        JsonNode messages = request.path("messages");
        boolean few = messages.isArray()
                && messages.size() >= number("/request/messages_per_request/min")
                && messages.size() <= number("/request/messages_per_request/max");
        check(few, "messages: size must be between 1 and 5", problems);
        messages.forEach(message -> checkMessage(message, problems));
        return problems;
    }

    private void checkMessage(JsonNode message, List<String> problems) {
        switch (message.path("type").asText()) {
            case "text" -> checkText(message.path("text"), problems);
            case "flex" ->
                new FlexRules(this, problems, (action, label) -> checkAction(action, label, problems)).check(message);
            default -> problems.add("message type is not known here: " + message.path("type"));
        }
        JsonNode quickReply = message.path("quickReply");
        if (quickReply.isMissingNode()) return;
        JsonNode items = quickReply.path("items");
        boolean few = items.isArray() && !items.isEmpty() && items.size() <= number("/quickReply/items/max");
        check(few, "quickReply: items must be between 1 and 13", problems);
        items.forEach(item -> checkItem(item, problems));
    }

    private void checkText(JsonNode text, List<String> problems) {
        check(text.isTextual() && !text.asText().isBlank(), "text may not be empty", problems);
        check(text.asText().length() <= number("/text/text/max"), "text is too long", problems);
        checkWhole(text.asText(), problems);
    }

    private void checkItem(JsonNode item, List<String> problems) {
        check(item.path("type").asText().equals("action"), "quickReply: item type must be action", problems);
        checkAction(item.path("action"), "/label/quick_reply", problems);
    }

    /** @param label where the limits of its label stand */
    void checkAction(JsonNode action, String label, List<String> problems) {
        String words = action.path("label").asText();
        boolean required = limits.at(label + "/required").asBoolean();
        check(!required || !words.isBlank(), "action label may not be empty", problems);
        check(graphemes(words) <= number(label + "/max"), "action label is too long", problems);
        switch (action.path("type").asText()) {
            case "message" -> checkLength(action, "text", 1, number("/action/message/text/max"), problems);
            case "postback" -> {
                check(action.path("data").asText().length() <= number("/action/postback/data/max"), "data", problems);
                check(!action.path("data").asText().isEmpty(), "postback data may not be empty", problems);
                checkLength(action, "displayText", 0, number("/action/postback/displayText/max"), problems);
            }
            case "uri" -> checkUri(action.path("uri").asText(), problems);
            default -> problems.add("action type is not known here: " + action.path("type"));
        }
    }

    private static void checkLength(JsonNode action, String key, int least, int most, List<String> problems) {
        String words = action.path(key).asText();
        check(words.strip().length() >= least, "action " + key + " may not be empty", problems);
        check(graphemes(words) <= most, "action " + key + " is too long", problems);
    }

    private void checkUri(String uri, List<String> problems) {
        boolean known = limits.at("/action/uri/uri/schemes")
                .valueStream()
                .anyMatch(scheme -> uri.startsWith(scheme.asText() + ":"));
        check(known, "invalid uri scheme", problems);
        check(uri.chars().allMatch(c -> c > ' ' && c < 0x7f), "uri is not percent-encoded", problems);
        check(uri.length() <= number("/action/uri/uri/max"), "uri is too long", problems);
    }

    public int maxPictureBytes() {
        // In the limits file it stands in words.
        return 1024 * 1024;
    }

    /** What LINE would refuse in a menu. */
    public List<String> problemsOfMenu(JsonNode menu) {
        var problems = new ArrayList<String>();
        int width = menu.at("/size/width").asInt();
        int height = menu.at("/size/height").asInt();
        check(width >= number("/richmenu/width/0") && width <= number("/richmenu/width/1"), "width", problems);
        check(height >= number("/richmenu/height_min"), "height", problems);
        check((double) width / height >= limits.at("/richmenu/aspect_min").asDouble(), "aspect", problems);
        check(menu.path("selected").isBoolean(), "selected is missing", problems);
        checkLength(menu, "name", 1, number("/richmenu/name/max"), problems);
        checkLength(menu, "chatBarText", 1, number("/richmenu/chatBarText/max"), problems);
        JsonNode areas = menu.path("areas");
        check(areas.isArray() && areas.size() <= number("/richmenu/areas/max"), "areas: too many", problems);
        for (JsonNode area : areas) {
            JsonNode bounds = area.path("bounds");
            boolean inside = bounds.path("x").asInt(-1) >= 0
                    && bounds.path("y").asInt(-1) >= 0
                    && bounds.path("x").asInt() + bounds.path("width").asInt() <= width
                    && bounds.path("y").asInt() + bounds.path("height").asInt() <= height;
            check(inside, "areas: outside of the picture", problems);
            checkAction(area.path("action"), "/label/richmenu", problems);
        }
        return problems;
    }

    /** Half an emoji is no character. */
    private static void checkWhole(String text, List<String> problems) {
        boolean whole = text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        check(whole, "text has half a character", problems);
    }

    /** Characters as a reader counts them. */
    public static long graphemes(String text) {
        return GRAPHEME.matcher(text).results().count();
    }

    private static void check(boolean fine, String problem, List<String> problems) {
        if (!fine) problems.add(problem);
    }

    int number(String pointer) {
        JsonNode limit = limits.at(pointer);
        if (!limit.isInt()) throw new IllegalStateException("no number in line-limits.json at " + pointer);
        return limit.asInt();
    }
}
