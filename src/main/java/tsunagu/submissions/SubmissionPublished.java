package tsunagu.submissions;

import java.util.Optional;
import java.util.UUID;

/**
 * Told as an application event, once, on one copy, when what a resident has sent in was published: for whoever brings
 * the thank-you to where the resident is. A resident who writes again in the same chat is thanked there anyway.
 *
 * @param channel as in the dialogue's utterances: {@code web}, {@code line:<account>}; {@code page} for the page
 * @param conversation empty for one by the page, and once its sender was forgotten
 * @param language tag of the language it was sent in
 * @param path of the public page, such as {@code /events/e/12}
 */
public record SubmissionPublished(
        UUID id,
        String municipality,
        String channel,
        Optional<String> conversation,
        String language,
        String title,
        String path) {

    /** Nothing of a resident's in a log. */
    @Override
    public String toString() {
        return "SubmissionPublished[" + id + "]";
    }
}
