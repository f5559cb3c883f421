package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** What LINE knows of an account: profiles of its friends, its menus, its webhook and its quota. */
public final class FakeAccount {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PROFILE = Pattern.compile("GET /v2/bot/profile/(.+)");
    private static final Pattern PICTURE = Pattern.compile("POST /v2/bot/richmenu/([^/]+)/content");
    private static final Pattern DEFAULT = Pattern.compile("POST /v2/bot/user/all/richmenu/(.+)");
    private static final Pattern DELETE = Pattern.compile("DELETE /v2/bot/richmenu/(.+)");

    private final LineLimits limits;
    private final Map<String, String> languages = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> menus = new LinkedHashMap<>();
    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private volatile String defaultMenu = "";
    private volatile String webhook = "";
    private volatile boolean webhookActive = true;
    private volatile int trialStatus = 200;
    private volatile long quota = -1;
    private volatile long used;

    FakeAccount(LineLimits limits) {
        this.limits = limits;
    }

    /** What to answer; {@code body} is null for an empty object. */
    record Response(int status, JsonNode body) {}

    /** This friend's phone speaks this language; of anybody else LINE tells nothing. */
    public void speaks(LineResident resident, String tag) {
        languages.put(resident.userId(), tag);
    }

    /** @param status what our server would answer to LINE's test, 0 for none */
    public void webhook(String address, boolean active, int status) {
        webhook = address;
        webhookActive = active;
        trialStatus = status;
    }

    /** @param limit below 0 for none */
    public void quota(long limit, long usedUp) {
        quota = limit;
        used = usedUp;
    }

    boolean hasRoomFor(int messages) {
        return quota < 0 || used + messages <= quota;
    }

    synchronized void use(int messages) {
        used += messages;
    }

    /** Somebody made a menu by hand, or an earlier version of ours did. */
    public synchronized void putMenu(String id, String name) {
        menus.put(id, JSON.createObjectNode().put("richMenuId", id).put("name", name));
    }

    /** Ids of the menus there are, oldest first. */
    public synchronized List<String> menus() {
        return new ArrayList<>(menus.keySet());
    }

    public synchronized JsonNode menu(String id) {
        return menus.get(id);
    }

    /** Empty where none was chosen. */
    public String defaultMenu() {
        return defaultMenu;
    }

    public byte[] picture(String menu) {
        return pictures.get(menu);
    }

    /** Null where the call is none of ours. */
    synchronized Response answer(String call, String type, byte[] body) throws IOException {
        Matcher profile = PROFILE.matcher(call);
        if (profile.matches()) return profile(profile.group(1));
        Matcher picture = PICTURE.matcher(call);
        if (picture.matches()) return picture(picture.group(1), type, body);
        Matcher chosen = DEFAULT.matcher(call);
        if (chosen.matches()) return choose(chosen.group(1));
        Matcher deleted = DELETE.matcher(call);
        if (deleted.matches()) return delete(deleted.group(1));
        return switch (call) {
            case "POST /v2/bot/richmenu" -> create(JSON.readTree(body));
            case "GET /v2/bot/richmenu/list" -> list();
            case "GET /v2/bot/channel/webhook/endpoint" -> endpoint();
            case "POST /v2/bot/channel/webhook/test" -> trial();
            case "GET /v2/bot/message/quota" -> quota();
            case "GET /v2/bot/message/quota/consumption" ->
                ok(JSON.createObjectNode().put("totalUsage", used));
            default -> null;
        };
    }

    private Response profile(String userId) {
        String language = languages.get(userId);
        if (language == null) return refused(404, "Not found");
        return ok(JSON.createObjectNode()
                .put("displayName", "友だち")
                .put("userId", userId)
                .put("language", language));
    }

    private Response create(JsonNode menu) {
        List<String> problems = limits.problemsOfMenu(menu);
        if (!problems.isEmpty()) return refused(400, String.join("; ", problems));
        String id = "richmenu-" + UUID.randomUUID().toString().replace("-", "");
        menus.put(id, ((ObjectNode) menu).put("richMenuId", id));
        return ok(JSON.createObjectNode().put("richMenuId", id));
    }

    private Response list() {
        ObjectNode list = JSON.createObjectNode();
        list.putArray("richmenus").addAll(menus.values());
        return ok(list);
    }

    /** LINE takes one picture a menu, of the size the menu was made for. */
    private Response picture(String id, String type, byte[] body) throws IOException {
        if (!menus.containsKey(id)) return refused(404, "Not found");
        if (pictures.containsKey(id)) return refused(400, "An image has already been uploaded to the richmenu");
        if (!type.startsWith("image/png")) return refused(415, "Unsupported media type");
        if (body.length > limits.maxPictureBytes()) return refused(413, "The image is too large");
        var image = ImageIO.read(new ByteArrayInputStream(body));
        JsonNode size = menus.get(id).path("size");
        boolean fits = image != null
                && image.getWidth() == size.path("width").asInt()
                && image.getHeight() == size.path("height").asInt();
        if (!fits) return refused(400, "The size of the image does not fit the richmenu");
        pictures.put(id, body);
        return ok(null);
    }

    private Response choose(String id) {
        if (!menus.containsKey(id)) return refused(404, "Not found");
        if (!pictures.containsKey(id)) return refused(400, "must upload richmenu image before applying it to user");
        defaultMenu = id;
        return ok(null);
    }

    private Response delete(String id) {
        if (menus.remove(id) == null) return refused(404, "Not found");
        return ok(null);
    }

    private Response endpoint() {
        if (webhook.isEmpty()) return refused(404, "Not found");
        return ok(JSON.createObjectNode().put("endpoint", webhook).put("active", webhookActive));
    }

    private Response trial() {
        String reason = trialStatus == 200 ? "OK" : trialStatus == 0 ? "COULD_NOT_CONNECT" : "ERROR_STATUS_CODE";
        return ok(JSON.createObjectNode()
                .put("success", trialStatus == 200)
                .put("timestamp", "2026-11-22T03:00:00Z")
                .put("statusCode", trialStatus)
                .put("reason", reason)
                .put("detail", reason));
    }

    private Response quota() {
        ObjectNode answer = JSON.createObjectNode().put("type", quota < 0 ? "none" : "limited");
        return ok(quota < 0 ? answer : answer.put("value", quota));
    }

    private static Response ok(JsonNode body) {
        return new Response(200, body == null ? JSON.createObjectNode() : body);
    }

    private static Response refused(int status, String message) {
        return new Response(status, JSON.createObjectNode().put("message", message));
    }
}
