package tsunagu.notices.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.line.Multicasts.Quota;
import tsunagu.text.Language;

/**
 * What would happen if a notice were sent now. Nothing of it has.
 *
 * @param start when the first request is made: not at night, nor before it is scheduled
 * @param notAfter nobody gets it from then on
 * @param recipients those who want it now; of a correction, those who got what it corrects
 * @param capped of them, those who have been told as much as a resident may be in a week
 * @param languages of them, how many read which of its texts
 * @param accounts what it costs each account
 * @param age of its source when it starts
 * @param stale whether the source is then too old
 */
public record Plan(
        Instant start,
        Instant notAfter,
        boolean atNight,
        int recipients,
        int capped,
        Map<Language, Long> languages,
        List<Cost> accounts,
        Duration age,
        boolean stale) {

    /** @param quota empty where LINE does not tell */
    public record Cost(String account, long recipients, Optional<Quota> quota) {
        /** Whether the month's messages do not suffice. */
        public boolean isTooMuch() {
            return quota.flatMap(Quota::left).filter(left -> left < recipients).isPresent();
        }
    }

    /** Those who would get it. */
    public int reached() {
        return recipients - capped;
    }

    public boolean isTooMuch() {
        return accounts.stream().anyMatch(Cost::isTooMuch);
    }
}
