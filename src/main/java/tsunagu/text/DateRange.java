package tsunagu.text;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days that somebody meant: 「今週末」, 「3月1日以降」.
 *
 * @param to the last day, empty where it is open
 */
public record DateRange(LocalDate from, Optional<LocalDate> to) {

    public DateRange {
        if (to.isPresent() && to.get().isBefore(from)) throw new IllegalArgumentException(from + " to " + to.get());
    }

    /** A single day. */
    public static DateRange of(LocalDate day) {
        return new DateRange(day, Optional.of(day));
    }

    /** From the one to the other, both meant. */
    public static DateRange of(LocalDate from, LocalDate to) {
        return new DateRange(from, Optional.of(to));
    }

    /** From a day on. */
    public static DateRange since(LocalDate from) {
        return new DateRange(from, Optional.empty());
    }

    public boolean isOneDay() {
        return to.filter(from::equals).isPresent();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }
}
