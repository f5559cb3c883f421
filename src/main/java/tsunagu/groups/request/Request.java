package tsunagu.groups.request;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request to join, or an offer to help.
 *
 * @param subject name of the group or small job
 * @param called what to call the resident
 * @param reach a telephone number or mail address; empty once it was withdrawn
 * @param language tag of the resident's language
 */
public record Request(
        UUID id,
        String municipality,
        Optional<Long> group,
        Optional<Long> stint,
        String subject,
        RequestState state,
        RequestStep step,
        String called,
        String reach,
        String language,
        long revision,
        String handledName,
        Instant createdAt,
        Instant expiresAt) {

    public boolean isOffer() {
        return stint.isPresent();
    }

    /** Nothing of a resident's in a log. */
    @Override
    public String toString() {
        return "Request[" + id + ", " + state + "]";
    }
}
