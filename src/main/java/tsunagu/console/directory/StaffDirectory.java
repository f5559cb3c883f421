package tsunagu.console.directory;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Whether staff may sign in by the town's directory, and where that begins. */
@Singleton
public final class StaffDirectory {
    static final String CLIENT = "micronaut.security.oauth2.clients.directory";
    private static final String INVITED = "tsunagu-invited";
    private static final String PATH = "/oauth";
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(10);

    private final DirectorySettings settings;
    private final boolean setUp;

    StaffDirectory(DirectorySettings settings, @Nullable @Property(name = CLIENT + ".client-id") String client) {
        this.settings = settings;
        this.setUp = client != null && !client.isBlank();
    }

    /** What the button says; empty where there is no directory. */
    public Optional<String> name() {
        return Optional.of(settings.name()).filter(any -> setUp);
    }

    /** Where the browser is sent to sign in there. */
    public String address() {
        return PATH + "/login/directory";
    }

    /** The invitation of a browser on its way to the directory, for when it comes back. */
    public void bring(MutableHttpResponse<?> response, String invitation) {
        response.cookie(cookie(invitation).maxAge(LONGEST_AWAY));
    }

    static Optional<String> findInvitation(HttpRequest<?> request) {
        return request.getCookies().findCookie(INVITED).map(Cookie::getValue).filter(any -> !any.isBlank());
    }

    static void forgetInvitation(MutableHttpResponse<?> response) {
        response.cookie(cookie("").maxAge(0));
    }

    private static Cookie cookie(String value) {
        // Lax: the directory sends the browser back with a link.
        return Cookie.of(INVITED, value).httpOnly(true).sameSite(SameSite.Lax).path(PATH);
    }
}
