package tsunagu.groups;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A resident's request to join a group, or offer to help with a small job.
 *
 * @param subject name of the group or job
 * @param step what the resident is being asked; of one that was sent {@link Step#CONFIRM}
 * @param called what to call the resident
 * @param reach a telephone number or mail address
 * @param until the day it is deleted
 */
public record GroupRequest(
        UUID id,
        Optional<Long> group,
        Optional<Long> stint,
        String subject,
        Step step,
        String called,
        String reach,
        String language,
        LocalDate until) {

    /** What is asked, one after another. */
    public enum Step {
        CONSENT,
        CALLED,
        REACH,
        CONFIRM
    }

    /** Nothing of a resident's in a log. */
    @Override
    public String toString() {
        return "GroupRequest[" + id + "]";
    }
}
