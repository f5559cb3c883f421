package tsunagu.console.door;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import tsunagu.staff.SignIns;
import tsunagu.staff.SignIns.SignedIn;

/** Recognises the cookie of a sign-in. Residents send none, and cost no look into the database. */
@Singleton
final class SignInFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String SIGNED_IN = "tsunagu.signed-in";

    private final StaffCookies cookies;
    private final SignIns signIns;
    private final Executor blocking;

    SignInFetcher(StaffCookies cookies, SignIns signIns, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.cookies = cookies;
        this.signIns = signIns;
        this.blocking = blocking;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return cookies.findSignIn(request)
                .map(token -> Publishers.fromCompletableFuture(CompletableFuture.supplyAsync(
                        () -> signIns.recognise(token)
                                .map(SignInFetcher::authentication)
                                .orElse(null),
                        blocking)))
                .orElseGet(Publishers::empty);
    }

    private static Authentication authentication(SignedIn signedIn) {
        var member = signedIn.member();
        return Authentication.build(
                member.id().toString(), List.of(member.role().name()), Map.of(SIGNED_IN, signedIn));
    }

    /** Who sent a request that has passed the door. */
    static Optional<SignedIn> findSignedIn(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class).flatMap(SignInFetcher::findSignedIn);
    }

    static Optional<SignedIn> findSignedIn(Authentication authentication) {
        return Optional.ofNullable(authentication.getAttributes().get(SIGNED_IN))
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }
}
