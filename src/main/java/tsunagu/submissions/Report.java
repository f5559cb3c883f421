package tsunagu.submissions;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import tsunagu.text.DateRange;

/**
 * What a resident is sending in by chat, as far as it was told.
 *
 * @param step what the resident is being asked
 * @param paused set aside for a question that came between
 * @param language tag of the language to go on in
 * @param texts what was told, by part: {@code title}, {@code when}, {@code place}, {@code about}, {@code audience},
 *     {@code fee}, {@code contact}, {@code source}; in the order they are read back
 * @param days as far as they were understood
 * @param contactMay whether the contact may be published
 */
public record Report(
        Optional<Kind> kind,
        Step step,
        boolean paused,
        String language,
        Map<String, String> texts,
        Optional<DateRange> days,
        Optional<LocalTime> from,
        Optional<LocalTime> to,
        boolean contactMay,
        boolean picture) {

    /** What it tells of. */
    public enum Kind {
        EVENT,
        GROUP
    }

    /** What is asked, one after another. */
    public enum Step {
        CONSENT,
        KIND,
        TITLE,
        WHEN,
        PLACE,
        ABOUT,
        AUDIENCE,
        CONTACT,
        CONTACT_MAY,
        SOURCE,
        CONFIRM
    }

    /** Nothing of a resident's in a log. */
    @Override
    public String toString() {
        return "Report[" + step + "]";
    }
}
