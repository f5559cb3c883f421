package tsunagu.submissions.entry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.text.DateRange;
import tsunagu.text.DateReader;
import tsunagu.text.Folding;

/** 「来月の第2土曜、午後1時半から3時まで」 into a day and times; more than a fortnight is no time of an event. */
@Singleton
public class WhenReader {
    private static final Pattern TIME = Pattern.compile("(午前|午後|朝|夜|上午|下午|晚上|오전|오후)?\\s*"
            + "(?<![0-9/.-])([01]?[0-9]|2[0-4])\\s*(?::\\s*([0-5][0-9])|(?:時|点|點|시)\\s*(半|반|[0-5]?[0-9](?=分|분))?)"
            + "\\s*(?:分|분)?\\s*(am|pm)?");
    private static final Pattern ENGLISH_HOUR =
            Pattern.compile("(?<![0-9/.:-])(1[0-2]|[1-9])(?::([0-5][0-9]))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)");
    private static final int LONGEST_DAYS = 14;

    private final Clock clock;
    private final DateReader dates;

    WhenReader(Clock clock) {
        this.clock = clock;
        this.dates = new DateReader(clock);
    }

    /** {@link When#UNKNOWN} where no day is understood; a day that has passed is given as it is. */
    public When read(String words) {
        Optional<DateRange> range = dates.find(words).filter(WhenReader::isShort);
        if (range.isEmpty()) return When.UNKNOWN;
        List<LocalTime> times = times(Folding.width(words));
        LocalDate first = range.get().from();
        return new When(
                Optional.of(first),
                range.get().to().filter(last -> last.isAfter(first)),
                times.stream().findFirst(),
                times.size() > 1 && times.get(1).isAfter(times.get(0)) ? Optional.of(times.get(1)) : Optional.empty());
    }

    /** Whether all of it is over. */
    public boolean isPast(When when) {
        LocalDate today = LocalDate.now(clock);
        return when.last().or(when::first).filter(today::isAfter).isPresent();
    }

    private static boolean isShort(DateRange range) {
        return range.to()
                .filter(to -> !to.isAfter(range.from().plusDays(LONGEST_DAYS)))
                .isPresent();
    }

    private static List<LocalTime> times(String text) {
        var times = new ArrayList<LocalTime>();
        Matcher english = ENGLISH_HOUR.matcher(text);
        while (english.find()) {
            int minute = english.group(2) == null ? 0 : Integer.parseInt(english.group(2));
            add(
                    times,
                    Integer.parseInt(english.group(1)),
                    minute,
                    english.group(3).startsWith("p"),
                    true);
        }
        if (!times.isEmpty()) return times;
        Matcher time = TIME.matcher(text);
        boolean afternoon = false;
        while (time.find()) {
            String half = time.group(4);
            int minute = time.group(3) != null
                    ? Integer.parseInt(time.group(3))
                    : half == null ? 0 : half.equals("半") || half.equals("반") ? 30 : Integer.parseInt(half);
            String part = time.group(1);
            // 「午後1時から3時」 ends in the afternoon, too.
            if (part != null) afternoon = List.of("午後", "夜", "下午", "晚上", "오후").contains(part);
            add(times, Integer.parseInt(time.group(2)), minute, afternoon, part != null);
        }
        return times;
    }

    private static void add(List<LocalTime> times, int hour, int minute, boolean afternoon, boolean said) {
        int of24 = afternoon && hour < 12 ? hour + 12 : !afternoon && said && hour == 12 ? 0 : hour;
        if (of24 < 24) times.add(LocalTime.of(of24, minute));
    }
}
