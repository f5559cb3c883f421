package tsunagu.events;

import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Public pages, rendered whole before the first byte is sent. */
@Singleton
class PublicPages {
    private final HtmlJteViewsRenderer<Map<String, Object>> templates;

    PublicPages(HtmlJteViewsRenderer<Map<String, Object>> templates) {
        this.templates = templates;
    }

    String render(String template, Map<String, ?> model) {
        var html = new StringWriter();
        try {
            templates.render(template, new HashMap<>(model), null).writeTo(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
