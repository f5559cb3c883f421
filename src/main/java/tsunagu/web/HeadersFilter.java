package tsunagu.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Map;

/** What a browser may do with anything this server sends, unless a controller has said otherwise. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class HeadersFilter implements Ordered {
    /** Pico draws its small arrows as data: images. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    /** Their addresses carry a version. */
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    /** Theirs do not: a new release must be seen the same day. */
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    /** Around all others, so that what they refuse themselves has them too. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.before();
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        SECURITY.forEach((name, value) -> setIfAbsent(headers, name, value));
        if (response.code() >= HttpStatus.BAD_REQUEST.getCode()) return;
        String path = request.getPath();
        if (path.startsWith("/webjars/")) setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, FOR_A_YEAR);
        if (path.startsWith("/assets/")) setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR);
    }

    private static void setIfAbsent(MutableHttpHeaders headers, String name, String value) {
        if (!headers.contains(name)) headers.set(name, value);
    }
}
