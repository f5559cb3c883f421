package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What LINE refuses in a Flex message: sizes in bytes, what may stand in what, empty words, addresses. */
final class FlexRules {
    private static final Set<String> BUBBLE_SIZES = Set.of("nano", "micro", "deca", "hecto", "kilo", "mega", "giga");
    private static final Set<String> BUBBLE_KEYS =
            Set.of("type", "size", "direction", "header", "hero", "body", "footer", "styles", "action");
    private static final Set<String> LAYOUTS = Set.of("vertical", "horizontal", "baseline");
    private static final Set<String> SIZES =
            Set.of("xxs", "xs", "sm", "md", "lg", "xl", "xxl", "3xl", "4xl", "5xl", "full");
    private static final Set<String> SPACINGS = Set.of("none", "xs", "sm", "md", "lg", "xl", "xxl");
    private static final Set<String> SPACING_KEYS =
            Set.of("spacing", "margin", "paddingAll", "paddingTop", "paddingBottom", "paddingStart", "paddingEnd");
    private static final Set<String> COLOR_KEYS = Set.of("color", "backgroundColor", "borderColor", "separatorColor");
    private static final Pattern COLOR = Pattern.compile("#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})");
    private static final Pattern PIXELS = Pattern.compile("\\d+(\\.\\d+)?(px|%)");

    private final LineLimits limits;
    private final List<String> problems;
    private final BiConsumer<JsonNode, String> actions;

    /** @param actions checks an action, given the limit of its label in the limits file */
    FlexRules(LineLimits limits, List<String> problems, BiConsumer<JsonNode, String> actions) {
        this.limits = limits;
        this.problems = problems;
        this.actions = actions;
    }

    void check(JsonNode message) {
        String alt = message.path("altText").asText();
        check(!alt.isBlank() && alt.length() <= limits.number("/flex/altText/max"), "altText has 1 to 1500 units");
        JsonNode container = message.path("contents");
        switch (container.path("type").asText()) {
            case "bubble" -> bubble(container, false);
            case "carousel" -> carousel(container);
            default -> problems.add("flex: contents must be a bubble or a carousel");
        }
    }

    private void carousel(JsonNode carousel) {
        JsonNode bubbles = carousel.path("contents");
        int most = limits.number("/flex/carousel/bubbles_max");
        check(bubbles.isArray() && !bubbles.isEmpty() && bubbles.size() <= most, "carousel: 1 to 12 bubbles");
        check(bytes(carousel) <= limits.number("/flex/carousel/max"), "carousel: larger than 50 KB");
        long sizes = bubbles.valueStream()
                .map(bubble -> bubble.path("size").asText("mega"))
                .distinct()
                .count();
        check(sizes <= 1, "carousel: bubbles of different sizes");
        bubbles.forEach(bubble -> bubble(bubble, true));
    }

    private void bubble(JsonNode bubble, boolean inCarousel) {
        check(bubble.path("type").asText().equals("bubble"), "carousel: holds something else than bubbles");
        bubble.fieldNames().forEachRemaining(key -> check(BUBBLE_KEYS.contains(key), "bubble: unknown " + key));
        check(bytes(bubble) <= limits.number("/flex/bubble/max"), "bubble: larger than 30 KB");
        check(BUBBLE_SIZES.contains(bubble.path("size").asText("mega")), "bubble: unknown size");
        List<String> blocks = List.of("header", "body", "footer");
        check(blocks.stream().anyMatch(bubble::has) || bubble.has("hero"), "bubble: no block");
        for (String block : blocks) {
            if (!bubble.has(block)) continue;
            check(bubble.path(block).path("type").asText().equals("box"), block + ": must be a box");
            component(bubble.path(block), "");
        }
        if (bubble.has("hero")) hero(bubble.path("hero"), inCarousel);
        bubble.path("styles").forEach(this::styles);
        if (bubble.has("action")) actions.accept(bubble.path("action"), "/label/flex_other");
    }

    private void hero(JsonNode hero, boolean inCarousel) {
        String type = hero.path("type").asText();
        check(Set.of("box", "image", "video").contains(type), "hero: must be box, image or video");
        check(!type.equals("video") || !inCarousel, "hero: no video in a carousel");
        component(hero, "hero");
    }

    private void component(JsonNode component, String parentLayout) {
        String type = component.path("type").asText();
        if (parentLayout.equals("baseline")) {
            check(Set.of("icon", "text", "filler").contains(type), "baseline box: may not hold " + type);
        }
        styles(component);
        switch (type) {
            case "box" -> box(component);
            case "text" -> text(component);
            case "button" -> button(component);
            case "image", "icon" -> image(component, type);
            case "separator", "filler" -> {}
            case "video" -> check(component.has("altContent"), "video: altContent is missing");
            default -> problems.add("flex: unknown component " + type);
        }
    }

    private void box(JsonNode box) {
        String layout = box.path("layout").asText();
        check(LAYOUTS.contains(layout), "box: unknown layout " + layout);
        check(box.path("contents").isArray(), "box: contents are missing");
        box.path("contents").forEach(child -> component(child, layout));
        if (box.has("action")) actions.accept(box.path("action"), "/label/flex_other");
    }

    private void text(JsonNode text) {
        boolean spans =
                text.path("contents").isArray() && !text.path("contents").isEmpty();
        check(spans || !text.path("text").asText().isEmpty(), "text: empty");
        String words = text.path("text").asText();
        check(!words.contains("\n") || text.path("wrap").asBoolean(), "text: lines need wrap");
        check(SIZES.contains(text.path("size").asText("md")) || isPixels(text.path("size")), "text: unknown size");
        if (text.has("action")) actions.accept(text.path("action"), "/label/flex_other");
    }

    private void button(JsonNode button) {
        check(button.path("action").isObject(), "button: action is missing");
        actions.accept(button.path("action"), "/label/flex_button");
        check(
                Set.of("primary", "secondary", "link")
                        .contains(button.path("style").asText("link")),
                "button: style");
        check(Set.of("sm", "md").contains(button.path("height").asText("md")), "button: height");
    }

    private void image(JsonNode image, String type) {
        String url = image.path("url").asText();
        int longest = limits.number("/flex/" + type + "_url/max");
        check(url.startsWith("https://") && url.length() <= longest, type + ": url must be https");
    }

    private void styles(JsonNode styled) {
        styled.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (COLOR_KEYS.contains(entry.getKey())) {
                check(COLOR.matcher(value.asText()).matches(), "flex: invalid color " + value);
            }
            if (SPACING_KEYS.contains(entry.getKey())) {
                check(SPACINGS.contains(value.asText()) || isPixels(value), "flex: invalid " + entry.getKey());
            }
            check(!value.isNull(), "flex: null for " + entry.getKey());
        });
    }

    private static boolean isPixels(JsonNode value) {
        return PIXELS.matcher(value.asText()).matches();
    }

    private static int bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private void check(boolean fine, String problem) {
        if (!fine) problems.add(problem);
    }
}
