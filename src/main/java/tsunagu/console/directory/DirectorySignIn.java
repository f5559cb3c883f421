package tsunagu.console.directory;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.handlers.RedirectingLoginHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.console.door.StaffCookies;
import tsunagu.staff.Invitations;
import tsunagu.staff.SignIns;

/**
 * What happens when the directory sends somebody back whom it knows: who has an account of that name is signed in, who
 * brings an invitation gets one. The directory says who somebody is; what they may do, an administrator here.
 */
@Singleton
@Requires(property = StaffDirectory.CLIENT + ".client-id")
final class DirectorySignIn implements RedirectingLoginHandler<HttpRequest<?>, MutableHttpResponse<?>> {
    private static final Logger log = LoggerFactory.getLogger(DirectorySignIn.class);
    static final String FAILED = "/console/sign-in?after=directory-failed";
    private static final String UNKNOWN = "/console/sign-in?after=directory-unknown";

    private final DirectorySettings settings;
    private final SignIns signIns;
    private final Invitations invitations;
    private final StaffCookies cookies;

    DirectorySignIn(DirectorySettings settings, SignIns signIns, Invitations invitations, StaffCookies cookies) {
        this.settings = settings;
        this.signIns = signIns;
        this.invitations = invitations;
        this.cookies = cookies;
    }

    @Override
    public MutableHttpResponse<?> loginSuccess(Authentication who, HttpRequest<?> request) {
        Optional<String> login = claim(who, settings.claim());
        if (login.isEmpty()) {
            log.warn("The directory tells no usable claim {}; see tsunagu.staff.directory.claim", settings.claim());
            return HttpResponse.seeOther(URI.create(FAILED));
        }
        StaffDirectory.findInvitation(request)
                .ifPresent(token -> invitations.acceptByDirectory(
                        token, login.get(), claim(who, "name").orElse(login.get())));
        MutableHttpResponse<?> response = signIns.signInByDirectory(login.get())
                .<MutableHttpResponse<?>>map(welcome -> {
                    var home = HttpResponse.seeOther(URI.create("/console"));
                    cookies.signIn(request, home, welcome.token());
                    return home;
                })
                .orElseGet(() -> HttpResponse.seeOther(URI.create(UNKNOWN)));
        StaffDirectory.forgetInvitation(response);
        return response;
    }

    @Override
    public MutableHttpResponse<?> loginRefresh(Authentication who, String refreshToken, HttpRequest<?> request) {
        throw new UnsupportedOperationException("sign-ins here end and begin anew");
    }

    @Override
    public MutableHttpResponse<?> loginFailed(AuthenticationResponse failure, HttpRequest<?> request) {
        return HttpResponse.seeOther(URI.create(FAILED));
    }

    /** An address that the directory has not verified says nothing of who somebody is. */
    private static Optional<String> claim(Authentication who, String name) {
        boolean unverified = name.equals("email")
                && "false".equals(String.valueOf(who.getAttributes().get("email_verified")));
        return Optional.ofNullable(who.getAttributes().get(name))
                .filter(any -> !unverified)
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }
}
