package tsunagu.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns exceptions into responses: a {@link Refusal} into its sentence, anything unforeseen into an incident. */
@SuppressWarnings("rawtypes") // as ExceptionHandler declares its request
final class FailureHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandlers.class);
    private static final int FRAMES = 5;

    private FailureHandlers() {}

    @Singleton
    static final class Refused implements ExceptionHandler<Refusal, HttpResponse<?>> {
        private final ErrorResponseProcessor<?> responses;

        Refused(ErrorResponseProcessor<?> responses) {
            this.responses = responses;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
            return responses.processResponse(
                    ErrorContext.builder(request).cause(refusal).build(),
                    HttpResponse.status(refusal.reason().status()));
        }
    }

    /** A form whose percent signs or parts cannot be decoded: the sender's fault, not an incident. */
    @Singleton
    static final class Undecodable implements ExceptionHandler<DecoderException, HttpResponse<?>> {
        private final ErrorResponseProcessor<?> responses;

        Undecodable(ErrorResponseProcessor<?> responses) {
            this.responses = responses;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, DecoderException failure) {
            return responses.processResponse(ErrorContext.builder(request).build(), HttpResponse.badRequest());
        }
    }

    /** The framework would log the exception's message, and that may hold what a resident typed. */
    @Singleton
    static final class Unforeseen implements ExceptionHandler<Throwable, HttpResponse<?>> {
        private final ErrorResponseProcessor<?> responses;

        Unforeseen(ErrorResponseProcessor<?> responses) {
            this.responses = responses;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
            var incident = new Incident();
            LOG.error("incident {}: {}", incident.getMessage(), places(failure));
            return responses.processResponse(
                    ErrorContext.builder(request).cause(incident).build(),
                    HttpResponse.status(HttpStatus.INTERNAL_SERVER_ERROR).header("X-Incident", incident.getMessage()));
        }

        /** Types and places of the failure and its causes, without any message. */
        private static String places(Throwable failure) {
            return Stream.iterate(failure, f -> f != null, Throwable::getCause)
                    .limit(FRAMES)
                    .map(f -> f.getClass().getName() + " at "
                            + Stream.of(f.getStackTrace())
                                    .limit(FRAMES)
                                    .map(StackTraceElement::toString)
                                    .collect(Collectors.joining(" < ")))
                    .collect(Collectors.joining("; caused by "));
        }
    }
}
