package tsunagu.submissions;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import tsunagu.limits.RateLimit;
import tsunagu.limits.RateLimits;
import tsunagu.secret.Tokens;
import tsunagu.submissions.entry.SubmissionSettings;

/**
 * Takes forms only from pages that were shown to the same browser, and only so many from one address. The form carries
 * a hash of the browser's cookie, which no other site can read. Addresses are kept
 * as a hash, for an hour.
 */
@Singleton
class FormGuard {
    static final String FIELD = "form";
    private static final String COOKIE = "tsunagu-submit";
    private static final String GIVEN = "tsunagu.submit";
    private static final int BYTES = 24;
    private static final int LENGTH = 32;
    private static final Duration REFILL = Duration.ofHours(1);

    /** Failed tries cost as much as sent ones, but there are more of them. */
    private static final int TRIES_FOR_ONE = 5;

    private final HttpClientAddressResolver addresses;
    private final RateLimit sent;
    private final RateLimit tried;

    FormGuard(HttpClientAddressResolver addresses, SubmissionSettings settings, RateLimits limits) {
        this.addresses = addresses;
        sent = limits.of("submission sent", settings.hourlyMost(), REFILL);
        tried = limits.of("submission tried", settings.hourlyMost() * TRIES_FOR_ONE, REFILL);
    }

    /** What the forms of a page for this browser carry; a browser without a cookie is {@link #give}n one. */
    String formToken(HttpRequest<?> request) {
        return hash(find(request).orElseGet(() -> {
            String given = Tokens.random(BYTES);
            request.setAttribute(GIVEN, given);
            return given;
        }));
    }

    /** Lets the browser keep what {@link #formToken} has made. */
    <T> MutableHttpResponse<T> give(HttpRequest<?> request, MutableHttpResponse<T> response) {
        request.getAttribute(GIVEN, String.class)
                .ifPresent(given -> response.cookie(Cookie.of(COOKIE, given)
                        .httpOnly(true)
                        .sameSite(SameSite.Lax)
                        .path(SubmitController.PATH)
                        .secure(isHttps(request))));
        return response;
    }

    boolean isOurs(HttpRequest<?> request, String formToken) {
        return find(request)
                .map(FormGuard::hash)
                .filter(own -> Tokens.areEqual(own, formToken))
                .isPresent();
    }

    /** Counts one form that was filled in, good or not. */
    boolean mayTry(HttpRequest<?> request) {
        return tried.take(address(request)).isEmpty();
    }

    /** Counts one that is to be kept. */
    boolean maySend(HttpRequest<?> request) {
        return sent.take(address(request)).isEmpty();
    }

    private String address(HttpRequest<?> request) {
        return Optional.ofNullable(addresses.resolve(request)).orElse("");
    }

    private static Optional<String> find(HttpRequest<?> request) {
        return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).filter(value -> value.length() == LENGTH);
    }

    private static String hash(String cookie) {
        return Tokens.hash("form " + cookie);
    }

    private static boolean isHttps(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }
}
