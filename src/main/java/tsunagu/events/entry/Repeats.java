package tsunagu.events.entry;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How often an event comes back, in the words of a form and of iCalendar. */
public final class Repeats {
    /** 「毎月、第2土曜のように」: which of them, the first day says. */
    public static final String NTH = "nth";

    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String JAPANESE = "月火水木金土日";

    private Repeats() {}

    /** The rule of a form's choice; empty for anything else. */
    static Optional<String> rule(String choice, LocalDate start) {
        if (!choice.equals(NTH)) return Optional.empty();
        return Optional.of("FREQ=MONTHLY;BYDAY=" + nth(start)
                + WEEKDAYS.get(start.getDayOfWeek().getValue() - 1));
    }

    private static int nth(LocalDate day) {
        return (day.getDayOfMonth() - 1) / 7 + 1;
    }

    /** 「毎月第2土曜」; the rule itself where it has no simple words. */
    public static String words(String rule) {
        return switch (rule) {
            case "FREQ=DAILY" -> "毎日";
            case "FREQ=WEEKLY" -> "毎週";
            case "FREQ=WEEKLY;INTERVAL=2" -> "2週に1回";
            case "FREQ=MONTHLY" -> "毎月（同じ日）";
            case "FREQ=YEARLY" -> "毎年";
            default -> nthWords(rule).orElse(rule);
        };
    }

    private static Optional<String> nthWords(String rule) {
        String prefix = "FREQ=MONTHLY;BYDAY=";
        if (!rule.startsWith(prefix) || !rule.substring(prefix.length()).matches("[1-5][A-Z]{2}"))
            return Optional.empty();
        String day = rule.substring(prefix.length());
        int weekday = WEEKDAYS.indexOf(day.substring(1));
        return weekday < 0
                ? Optional.empty()
                : Optional.of("毎月第" + day.charAt(0)
                        + JAPANESE.charAt(DayOfWeek.of(weekday + 1).getValue() - 1) + "曜");
    }
}
