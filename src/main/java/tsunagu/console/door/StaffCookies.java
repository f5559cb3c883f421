package tsunagu.console.door;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;
import tsunagu.staff.StaffSettings;

/**
 * The two cookies of the staff side, neither of which a script can read: the token of a sign-in, and before that a
 * token by which forms are recognised as ours.
 */
@Singleton
public class StaffCookies {
    private static final String SIGN_IN = "tsunagu-staff";
    private static final String VISIT = "tsunagu-visit";
    private static final int LENGTH = 43;

    private final StaffSettings settings;

    StaffCookies(StaffSettings settings) {
        this.settings = settings;
    }

    Optional<String> findSignIn(HttpRequest<?> request) {
        return find(request, SIGN_IN);
    }

    Optional<String> findVisit(HttpRequest<?> request) {
        return find(request, VISIT);
    }

    /** The browser is signed in from now on. */
    public void signIn(HttpRequest<?> request, MutableHttpResponse<?> response, String token) {
        // For all paths, as /health says more to staff. It ends with the browser, and with its row in the database.
        response.cookie(cookie(request, SIGN_IN, token, "/"));
        response.cookie(cookie(request, VISIT, "", ConsolePath.ROOT).maxAge(0));
    }

    /** And no longer. */
    public void signOut(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.cookie(cookie(request, SIGN_IN, "", "/").maxAge(0));
    }

    void visit(HttpRequest<?> request, MutableHttpResponse<?> response, String token) {
        response.cookie(cookie(request, VISIT, token, ConsolePath.ROOT));
    }

    private Cookie cookie(HttpRequest<?> request, String name, String value, String path) {
        return Cookie.of(name, value)
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .path(path)
                .secure(settings.httpsOnly() || isHttps(request));
    }

    /** Whoever makes this header up makes their own cookie stricter, no more. */
    private static boolean isHttps(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }

    private static Optional<String> find(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).filter(value -> value.length() == LENGTH);
    }
}
