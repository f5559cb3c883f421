package tsunagu.web.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import io.micronaut.http.server.exceptions.response.JsonErrorResponseBodyProvider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import tsunagu.web.page.PageRenderer;
import tsunagu.web.page.PageTexts;
import tsunagu.web.page.PageWords;

/**
 * Every refusal and failure of the server in the visitor's language: problem+json for programs, a page for browsers.
 * The framework's own messages go to nobody; they name classes and may repeat what was typed.
 */
@Singleton
final class Problems {
    private final PageTexts texts;

    Problems(PageTexts texts) {
        this.texts = texts;
    }

    private PageWords words(HttpRequest<?> request) {
        return texts.choose(
                request.getParameters().getFirst("lang"), request.getHeaders().findFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Problem describe(ErrorContext context, HttpResponse<?> response) {
        Optional<Throwable> cause = context.getRootCause();
        int status = response.code();
        if (cause.orElse(null) instanceof Refusal refusal) {
            String key = refusal.reason().key();
            return problem(context, "urn:tsunagu:problem:" + key, key, status, refusal.details());
        }
        String incident = cause.filter(Incident.class::isInstance)
                .map(Throwable::getMessage)
                .orElse("-");
        return problem(context, "about:blank", String.valueOf(status), status, Map.of("incident", incident));
    }

    private Problem problem(ErrorContext context, String type, String key, int status, Map<String, String> details) {
        var said = words(context.getRequest()).problem(key, details);
        return new Problem(type, said.title(), status, said.detail());
    }

    @Singleton
    static final class Json implements JsonErrorResponseBodyProvider<Problem> {
        private final Problems problems;

        Json(Problems problems) {
            this.problems = problems;
        }

        @Override
        public Problem body(ErrorContext context, HttpResponse<?> response) {
            return problems.describe(context, response);
        }

        @Override
        public String contentType() {
            return MediaType.APPLICATION_JSON_PROBLEM;
        }
    }

    @Singleton
    static final class Html implements HtmlErrorResponseBodyProvider {
        private final Problems problems;
        private final PageRenderer renderer;

        Html(Problems problems, PageRenderer renderer) {
            this.problems = problems;
            this.renderer = renderer;
        }

        @Override
        public String body(ErrorContext context, HttpResponse<?> response) {
            Problem problem = problems.describe(context, response);
            return renderer.error(
                    problems.words(context.getRequest()),
                    problems.texts.listLanguages(),
                    new PageWords.Problem(problem.title(), problem.detail()));
        }

        @Override
        public String contentType() {
            return PageRenderer.HTML;
        }
    }
}
