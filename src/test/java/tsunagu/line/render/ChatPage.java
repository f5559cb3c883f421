package tsunagu.line.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Messages of LINE's drawn as a phone would, roughly: for looking at, not for measuring. */
final class ChatPage {
    private static final String HEAD = """
        <!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>LINE cards</title><style>
        ::-webkit-scrollbar{display:none}body{margin:0;background:#8cabd8;font:16px/1.45 "Noto Sans CJK JP",sans-serif}
        main{width:390px;margin:auto;padding:8px;box-sizing:border-box}
        h2{font-size:14px;color:#fff;text-align:center;margin:18px 0 6px}
        .me,.bot{border-radius:18px;padding:9px 13px;margin:6px 0;max-width:300px;width:fit-content;
        white-space:pre-wrap;overflow-wrap:anywhere}
        .me{background:#86d97b;margin-left:auto}.bot{background:#fff}
        .row{display:flex;gap:8px;overflow-x:auto;margin:6px 0}
        .bubble{background:#fff;border-radius:18px;overflow:hidden;flex:0 0 300px;display:flex;flex-direction:column}
        .box{display:flex;flex-direction:column;box-sizing:border-box}.text{white-space:pre-wrap}
        .button{border-radius:8px;text-align:center;padding:13px;font-weight:500}
        .alt{font-size:11px;color:#eef;margin:0 4px 8px}
        .quick{display:flex;gap:6px;overflow-x:auto;margin:6px 0}
        .quick span{background:#fff;border-radius:20px;padding:7px 14px;white-space:nowrap;font-size:14px}
        </style><main>\
        """;

    private final StringBuilder html = new StringBuilder(HEAD);

    void story(String name) {
        html.append("<h2>").append(escaped(name)).append("</h2>");
    }

    void exchange(String said, JsonNode messages) {
        html.append("<div class=me>").append(escaped(said)).append("</div>");
        messages.forEach(message -> {
            if (message.path("type").asText().equals("flex")) flex(message);
            else
                html.append("<div class=bot>")
                        .append(escaped(message.path("text").asText()))
                        .append("</div>");
            quickReplies(message.path("quickReply").path("items"));
        });
    }

    String html() {
        return html + "</main></html>\n";
    }

    private void flex(JsonNode message) {
        JsonNode contents = message.path("contents");
        html.append("<div class=row>");
        if (contents.path("type").asText().equals("carousel"))
            contents.path("contents").forEach(this::bubble);
        else bubble(contents);
        html.append("</div><div class=alt>通知: ")
                .append(escaped(message.path("altText").asText()))
                .append("</div>");
    }

    private void bubble(JsonNode bubble) {
        html.append("<div class=bubble>");
        for (String block : new String[] {"header", "body", "footer"}) {
            if (!bubble.has(block)) continue;
            String color = bubble.at("/styles/" + block + "/backgroundColor").asText("#fff");
            html.append("<div style='background:").append(color).append("'>");
            component(bubble.path(block));
            html.append("</div>");
        }
        html.append("</div>");
    }

    private void component(JsonNode component) {
        switch (component.path("type").asText()) {
            case "box" -> {
                html.append("<div class=box style='gap:")
                        .append(spacing(component.path("spacing").asText()))
                        .append(";padding:")
                        .append(component.path("paddingAll").asText("0"))
                        .append("'>");
                component.path("contents").forEach(this::component);
                html.append("</div>");
            }
            case "text" ->
                html.append("<div class=text style='color:%s;font-weight:%s;font-size:%s'>%s</div>"
                        .formatted(
                                component.path("color").asText(),
                                component.path("weight").asText(),
                                size(component.path("size").asText()),
                                escaped(component.path("text").asText())));
            case "button" -> {
                boolean primary = component.path("style").asText().equals("primary");
                String color = component.path("color").asText();
                html.append("<div class=button style='background:%s;color:%s'>%s</div>"
                        .formatted(
                                primary ? color : "#fff",
                                primary ? "#fff" : color,
                                escaped(component.at("/action/label").asText())));
            }
            default -> throw new IllegalArgumentException("cannot draw " + component);
        }
    }

    private void quickReplies(JsonNode items) {
        if (items.isEmpty()) return;
        html.append(items.valueStream()
                .map(item -> "<span>" + escaped(item.at("/action/label").asText()) + "</span>")
                .collect(Collectors.joining("", "<div class=quick>", "</div>")));
    }

    /** As LINE's documentation gives them. */
    private static String size(String name) {
        return switch (name) {
            case "sm" -> "14px";
            case "lg" -> "19px";
            default -> "16px";
        };
    }

    private static String spacing(String name) {
        return switch (name) {
            case "xs" -> "2px";
            case "sm" -> "4px";
            case "lg" -> "12px";
            default -> "0";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;");
    }
}
