package tsunagu.console.door;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.filter.FilterBodyParser;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.staff.SignIns;

/**
 * Refuses every change below {@code /console} that does not come from a page we showed to this very browser: the form
 * sends back the token that was written into it, or htmx in a header.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class FormCheck implements Ordered {
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "csrfToken";
    private static final Set<HttpMethod> HARMLESS = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** As far as the token's part reaches; a file behind it may be large. */
    private static final int FIRST_PART = 4096;

    private static final Pattern PART = Pattern.compile("name=\"" + FIELD + "\"\r\n\r\n([0-9a-f]+)\r\n");

    private final Visits visits;
    private final Refused refused;
    private final FilterBodyParser bodies;
    private final Executor blocking;

    FormCheck(
            Visits visits,
            Refused refused,
            FilterBodyParser bodies,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.visits = visits;
        this.refused = refused;
        this.bodies = bodies;
        this.blocking = blocking;
    }

    /** After the rule that says who may come here at all. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    CompletableFuture<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        if (HARMLESS.contains(request.getMethod()) || !ConsolePath.leadsHere(request)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return findToken(request)
                .exceptionally(FormCheck::unreadable)
                .thenApplyAsync(
                        // Elsewhere, as the server must not answer while it still hands out the body.
                        token -> isOurs(request, token) ? Optional.empty() : Optional.of(refuse(request)),
                        blocking);
    }

    /** A form that is too large is told so; any other that cannot be read has no token. */
    private static Optional<String> unreadable(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ContentLengthExceededException tooLarge) throw tooLarge;
        return Optional.empty();
    }

    private boolean isOurs(HttpRequest<?> request, Optional<String> token) {
        return token.isPresent()
                && visits.findToken(request)
                        .filter(browser -> SignIns.isFormToken(browser, token.get()))
                        .isPresent();
    }

    private HttpResponse<?> refuse(HttpRequest<?> request) {
        return refused.handle(
                request,
                new AuthorizationException(
                        request.getUserPrincipal(Authentication.class).orElse(null)));
    }

    private CompletableFuture<Optional<String>> findToken(HttpRequest<?> request) {
        String header = request.getHeaders().get(HEADER);
        if (header != null) return CompletableFuture.completedFuture(Optional.of(header));
        if (request instanceof ServerHttpRequest<?> body
                && request.getContentType()
                        .filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals)
                        .isPresent()) {
            return findPart(body);
        }
        return bodies.parseBody(request)
                .thenApply(fields -> Optional.ofNullable(fields.get(FIELD)).map(Object::toString));
    }

    /** The form's first field, so that a file that follows cannot pretend to be it. */
    private static CompletableFuture<Optional<String>> findPart(ServerHttpRequest<?> request) {
        try (CloseableByteBody copy = request.byteBody().split(SplitBackpressureMode.FASTEST)) {
            return copy.buffer().thenApply(body -> {
                try (body;
                        InputStream bytes = body.toInputStream()) {
                    Matcher part = PART.matcher(new String(bytes.readNBytes(FIRST_PART), StandardCharsets.ISO_8859_1));
                    return part.find() ? Optional.of(part.group(1)) : Optional.empty();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
