package tsunagu.console.door;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Optional;
import tsunagu.staff.SignIns;

/**
 * The token of a browser that our forms are bound to: that of its sign-in or, before, one that it is given with the
 * first page.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class Visits implements Ordered {
    private static final String GIVEN = "tsunagu.visit";

    private final StaffCookies cookies;

    Visits(StaffCookies cookies) {
        this.cookies = cookies;
    }

    /** The browser's token; one that has none gets a new one with the response. */
    String tokenOf(HttpRequest<?> request) {
        return findToken(request)
                .or(() -> request.getAttribute(GIVEN, String.class))
                .orElseGet(() -> {
                    String token = SignIns.newVisit();
                    request.setAttribute(GIVEN, token);
                    return token;
                });
    }

    /** The token the browser came with. */
    Optional<String> findToken(HttpRequest<?> request) {
        return SignInFetcher.findSignedIn(request).isPresent()
                ? cookies.findSignIn(request)
                : cookies.findVisit(request);
    }

    /** Around all others, so that it also sees what they answer themselves. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }

    @ResponseFilter
    void give(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(GIVEN, String.class).ifPresent(token -> cookies.visit(request, response, token));
    }
}
