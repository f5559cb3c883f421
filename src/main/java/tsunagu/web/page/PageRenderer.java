package tsunagu.web.page;

import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Pages as HTML. Rendered whole before the first byte is sent: a template that fails becomes an error page, not half a
 * page or a request that hangs.
 */
@Singleton
public class PageRenderer {
    /** The media type of every page. */
    public static final String HTML = "text/html;charset=utf-8";

    private final HtmlJteViewsRenderer<Map<String, Object>> templates;

    public PageRenderer(HtmlJteViewsRenderer<Map<String, Object>> templates) {
        this.templates = templates;
    }

    /** The whole chat page. */
    public String page(ChatPage page) {
        return render("web/chat", Map.of("page", page));
    }

    /** One exchange, to be put at the end of the talk. */
    public String turn(Turn turn) {
        return render("web/turn", Map.of("turn", turn));
    }

    /** Why a question could not be taken, to be put at the end of the talk. */
    public String notice(PageWords.Problem problem) {
        return render("web/notice", Map.of("problem", problem));
    }

    /** The page of an error, with a way on. */
    public String error(PageWords words, List<PageWords> languages, PageWords.Problem problem) {
        return render("web/error", Map.of("words", words, "languages", languages, "problem", problem));
    }

    private String render(String template, Map<String, Object> model) {
        var html = new StringWriter();
        try {
            templates.render(template, model, null).writeTo(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
