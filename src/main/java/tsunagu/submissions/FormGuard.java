package tsunagu.submissions;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsunagu.submissions.entry.SubmissionSettings;
import tsunagu.submissions.entry.Tokens;

/**
 * Takes forms only from pages that were shown to the same browser, and only so many from one address. The form carries
 * a hash of the browser's cookie, which no other site can read. Each copy counts for itself; addresses are kept in
 * memory only.
 */
@Singleton
class FormGuard {
    static final String FIELD = "form";
    private static final String COOKIE = "tsunagu-submit";
    private static final String GIVEN = "tsunagu.submit";
    private static final int LENGTH = 32;
    private static final Duration REFILL = Duration.ofHours(1);

    /** Failed tries cost as much as sent ones, but there are more of them. */
    private static final int TRIES_FOR_ONE = 5;

    /** So that made-up addresses cannot fill the memory; those not heard of for longest are forgotten. */
    private static final int MOST_REMEMBERED = 10_000;

    private final HttpClientAddressResolver addresses;
    private final SubmissionSettings settings;
    private final TimeMeter time;
    private final Map<String, Bucket> sent = remembered();
    private final Map<String, Bucket> tried = remembered();

    FormGuard(HttpClientAddressResolver addresses, SubmissionSettings settings, Clock clock) {
        this.addresses = addresses;
        this.settings = settings;
        time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** What the forms of a page for this browser carry; a browser without a cookie is {@link #give}n one. */
    String formToken(HttpRequest<?> request) {
        return hash(find(request).orElseGet(() -> {
            String given = Tokens.random();
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
                .filter(own -> MessageDigest.isEqual(
                        own.getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** Counts one form that was filled in, good or not. */
    synchronized boolean mayTry(HttpRequest<?> request) {
        return take(tried, request, settings.hourlyMost() * TRIES_FOR_ONE);
    }

    /** Counts one that is to be kept. */
    synchronized boolean maySend(HttpRequest<?> request) {
        return take(sent, request, settings.hourlyMost());
    }

    private boolean take(Map<String, Bucket> buckets, HttpRequest<?> request, int most) {
        String address = Optional.ofNullable(addresses.resolve(request)).orElse("");
        return buckets.computeIfAbsent(
                        address,
                        any -> Bucket.builder()
                                .withCustomTimePrecision(time)
                                .addLimit(limit -> limit.capacity(most).refillGreedy(most, REFILL))
                                .build())
                .tryConsume(1);
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

    private static Map<String, Bucket> remembered() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
