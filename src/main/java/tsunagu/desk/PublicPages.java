package tsunagu.desk;

import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Pages for everybody, rendered whole before the first byte is sent. */
@Singleton
public class PublicPages {
    private final HtmlJteViewsRenderer<Map<String, Object>> templates;

    PublicPages(HtmlJteViewsRenderer<Map<String, Object>> templates) {
        this.templates = templates;
    }

    /** @param template such as {@code groups/gathering}, for {@code src/main/jte/groups/gathering.jte} */
    public String render(String template, Map<String, ?> model) {
        var html = new StringWriter();
        try {
            templates.render(template, new HashMap<>(model), null).writeTo(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
