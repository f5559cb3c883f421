package tsunagu.submissions;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import tsunagu.desk.PublicPages;

/**
 * Says that a picture is too large before it is read. The server's own limit ends a form half-way, and whoever reads
 * its parts would wait for the rest.
 */
@ServerFilter({"/submit", "/submit/**"})
final class SizeCheck {
    private static final long MEGABYTE = 1024 * 1024;

    private final PublicPages pages;
    private final long largest;

    SizeCheck(PublicPages pages, @Value("${tsunagu.largest-picture}") @ReadableBytes long largest) {
        this.pages = pages;
        this.largest = largest;
    }

    @RequestFilter
    @Nullable
    HttpResponse<String> check(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.POST || request.getContentLength() <= largest) return null;
        return HttpResponse.<String>status(HttpStatus.REQUEST_ENTITY_TOO_LARGE)
                .contentType(MediaType.TEXT_HTML_TYPE)
                .body(pages.render("submissions/large", Map.of("most", largest / MEGABYTE)));
    }
}
