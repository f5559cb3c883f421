package tsunagu.events.entry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/** The days an event takes place on: once, over several days, again and again with exceptions, or not decided yet. */
public record Days(
        Optional<LocalDate> start,
        int length,
        Optional<String> rule,
        Optional<LocalDate> until,
        Set<LocalDate> except) {
    /** More often than so many times within what is asked for is no event but an opening time. */
    private static final int MOST = 400;

    /** What it takes place on, from the first day to the last. */
    public record Span(LocalDate first, LocalDate last) {}

    public static Days of(Content content) {
        Optional<LocalDate> start = content.day(Field.START);
        int length = start.flatMap(
                        first -> content.day(Field.END).map(last -> (int) ChronoUnit.DAYS.between(first, last)))
                .orElse(0);
        Set<LocalDate> except =
                content.list(Field.EXCEPT).stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
        return new Days(start, length, rule(content.text(Field.REPEAT)), content.day(Field.REPEAT_UNTIL), except);
    }

    /** 開催パターン may hold any words; a rule is what iCalendar calls one. */
    private static Optional<String> rule(String pattern) {
        return Optional.of(pattern).filter(text -> text.startsWith("FREQ="));
    }

    /** Whether a rule is one, and of days. */
    static boolean isRule(String text) {
        try {
            Recur<LocalDate> recur = new Recur<>(text.toUpperCase(Locale.ROOT));
            return Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY)
                            .contains(recur.getFrequency())
                    && recur.getHourList().isEmpty()
                    && recur.getMinuteList().isEmpty()
                    && recur.getSecondList().isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    public boolean isDecided() {
        return start.isPresent();
    }

    /** The last day on which it may take place; empty where it has no end, or is not decided. */
    public Optional<LocalDate> last() {
        if (start.isEmpty()) return Optional.empty();
        if (rule.isEmpty()) return Optional.of(start.get().plusDays(length));
        boolean counted = rule.get().contains("COUNT=");
        if (until.isEmpty() && !counted && !rule.get().contains("UNTIL=")) return Optional.empty();
        LocalDate end = until.orElse(start.get().plusYears(100));
        List<LocalDate> days = new Recur<LocalDate>(rule.get()).getDates(start.get(), start.get(), end);
        return Optional.of((days.isEmpty() ? start.get() : days.getLast()).plusDays(length));
    }

    /** Those that touch the days from one to another, in order. */
    public List<Span> between(LocalDate from, LocalDate to) {
        if (start.isEmpty()) return List.of();
        return firstDays(from.minusDays(length), to)
                .filter(day -> !except.contains(day))
                .map(day -> new Span(day, day.plusDays(length)))
                .filter(span -> !span.last().isBefore(from) && !span.first().isAfter(to))
                .limit(MOST)
                .toList();
    }

    private Stream<LocalDate> firstDays(LocalDate from, LocalDate to) {
        LocalDate first = start.orElseThrow();
        if (rule.isEmpty()) return Stream.of(first);
        LocalDate last = until.filter(to::isAfter).orElse(to);
        if (last.isBefore(first)) return Stream.of();
        LocalDate begin = from.isBefore(first) ? first : from;
        if (last.isBefore(begin)) return Stream.of();
        var days = new ArrayList<>(new Recur<LocalDate>(rule.get()).getDates(first, begin, last));
        return days.stream().sorted().distinct();
    }
}
