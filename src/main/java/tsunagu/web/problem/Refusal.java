package tsunagu.web.problem;

import io.micronaut.http.HttpStatus;
import java.util.Locale;
import java.util.Map;

/** Input we cannot take: the reason picks the sentence, the details fill it. Says nothing of what was typed. */
public final class Refusal extends RuntimeException {
    private final transient Reason reason;
    private final transient Map<String, String> details;

    public Refusal(Reason reason, Map<String, String> details) {
        super(reason.key(), null, false, false);
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public Refusal(Reason reason) {
        this(reason, Map.of());
    }

    public Reason reason() {
        return reason;
    }

    public Map<String, String> details() {
        return details;
    }

    /** What was wrong with it. */
    public enum Reason {
        NOT_JSON(HttpStatus.BAD_REQUEST),
        WRONG_TYPE(HttpStatus.BAD_REQUEST),
        TEXT_MISSING(HttpStatus.BAD_REQUEST),
        TEXT_TOO_LONG(HttpStatus.UNPROCESSABLE_ENTITY),
        CONVERSATION_INVALID(HttpStatus.BAD_REQUEST),
        LANGUAGE_UNKNOWN(HttpStatus.BAD_REQUEST);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }

        /** The key of its sentence in the page's words. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
