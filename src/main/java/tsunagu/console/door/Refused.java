package tsunagu.console.door;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tsunagu.staff.WithoutSignIn;

/** Who may not pass: on to sign in where that can help, else a page that says so. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
@SuppressWarnings("rawtypes") // as ExceptionHandler declares its request
final class Refused implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    private final ErrorResponseProcessor<?> responses;

    Refused(ErrorResponseProcessor<?> responses) {
        this.responses = responses;
    }

    @Override
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        HttpRequest<?> asked = request;
        if (refusal.isForbidden() || isOpen(asked)) return page(asked, refusal, HttpStatus.FORBIDDEN);
        if (!ConsolePath.leadsHere(asked)) return page(asked, refusal, HttpStatus.UNAUTHORIZED);
        String signIn = ConsolePath.SIGN_IN + next(asked);
        return asked.getHeaders().contains("HX-Request")
                ? HttpResponse.unauthorized().header("HX-Redirect", signIn)
                : HttpResponse.seeOther(URI.create(signIn)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** A page for everybody refuses nobody but who sends a form that is not ours. */
    private static boolean isOpen(HttpRequest<?> request) {
        return ConsolePath.findRoute(request)
                .filter(route -> route.hasAnnotation(WithoutSignIn.class))
                .isPresent();
    }

    /** A change is not made up for after signing in: its form has to be sent once more. */
    private static String next(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.GET || request.getPath().equals(ConsolePath.ROOT)) return "";
        return "?next=" + URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8);
    }

    private MutableHttpResponse<?> page(HttpRequest<?> request, AuthorizationException refusal, HttpStatus status) {
        return responses.processResponse(
                ErrorContext.builder(request).cause(refusal).build(), HttpResponse.status(status));
    }
}
