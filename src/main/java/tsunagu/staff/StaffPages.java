package tsunagu.staff;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Staff pages as responses: rendered whole before the first byte is sent, and kept by no cache. */
@Singleton
public class StaffPages {
    /** The media type of every page. */
    public static final String HTML = "text/html;charset=utf-8";

    private static final String MARK = "tsunagu.staff-page";

    private final HtmlJteViewsRenderer<Map<String, Object>> templates;
    private final SignIns signIns;

    StaffPages(HtmlJteViewsRenderer<Map<String, Object>> templates, SignIns signIns) {
        this.templates = templates;
        this.signIns = signIns;
    }

    /**
     * A page.
     *
     * @param template such as {@code faq/list}, for {@code src/main/jte/faq/list.jte}
     * @param model the template's parameters besides {@code shell}
     */
    public MutableHttpResponse<String> show(String template, Shell shell, Map<String, ?> model) {
        return show(HttpStatus.OK, template, shell, model);
    }

    /** A page with another status: 422 for a form that is shown once more with what is wrong. */
    public MutableHttpResponse<String> show(HttpStatus status, String template, Shell shell, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("shell", shell);
        String html = render(template, all);
        if (shell.flash().isPresent()) shell.session().ifPresent(session -> signIns.tell(session, Optional.empty()));
        return answer(status, html);
    }

    /** A part of a page, for htmx to put in its place. */
    public MutableHttpResponse<String> part(String template, Map<String, ?> model) {
        return answer(HttpStatus.OK, render(template, new HashMap<>(model)));
    }

    /** After a change: on to another page, which says once that it was made. */
    public MutableHttpResponse<String> moveOn(Shell shell, String path, String flash) {
        shell.session().ifPresent(session -> signIns.tell(session, Optional.of(flash)));
        return HttpResponse.seeOther(URI.create(path));
    }

    /** Whether a response is one of these. */
    public static boolean isOne(HttpResponse<?> response) {
        return response.getAttribute(MARK).isPresent();
    }

    private static MutableHttpResponse<String> answer(HttpStatus status, String html) {
        MutableHttpResponse<String> response = HttpResponse.<String>status(status)
                .body(html)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setAttribute(MARK, true);
        return response;
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
