package tsunagu.conversation.wish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.text.DateRange;

/**
 * The events a resident was just told of, as the memory keeps them: {@code event:12},
 * {@code days:2026-11-28:2026-11-29}.
 *
 * @param days those asked for
 */
public record ToldEvents(List<Long> events, Optional<DateRange> days) {
    private static final String EVENT = "event:";
    private static final String DAYS = "days:";

    public List<String> marks() {
        var marks = new ArrayList<String>();
        events.forEach(event -> marks.add(EVENT + event));
        days.ifPresent(range -> marks.add(
                DAYS + range.from() + ":" + range.to().map(LocalDate::toString).orElse("")));
        return marks;
    }

    /** Empty where what was told were no events. */
    public static Optional<ToldEvents> find(List<String> told) {
        List<Long> events = told.stream()
                .filter(mark -> mark.startsWith(EVENT))
                .map(mark -> Long.valueOf(mark.substring(EVENT.length())))
                .toList();
        if (events.isEmpty()) return Optional.empty();
        return Optional.of(new ToldEvents(
                events,
                told.stream().filter(mark -> mark.startsWith(DAYS)).findFirst().map(ToldEvents::days)));
    }

    private static DateRange days(String mark) {
        String[] days = mark.substring(DAYS.length()).split(":");
        LocalDate from = LocalDate.parse(days[0]);
        return days.length > 1 ? DateRange.of(from, LocalDate.parse(days[1])) : DateRange.since(from);
    }
}
