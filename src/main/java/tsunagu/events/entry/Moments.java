package tsunagu.events.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.text.Folding;
import tsunagu.text.Years;

/** Days and times as people and files write them, into {@code 2026-11-28} and {@code 13:30}. */
final class Moments {
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})\\s*[-/.年]\\s*([0-9]{1,2})\\s*[-/.月]\\s*([0-9]{1,2})\\s*日?(?:\\s*\\(.\\))?(?:[t"
                    + " ]+[0-9]{1,2}:.*)?");
    private static final Pattern DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern ERA = Pattern.compile("(令和|平成|昭和|r|h|s)\\s*(元|[0-9]{1,2})\\s*[-/.年]\\s*"
            + "([0-9]{1,2})\\s*[-/.月]\\s*([0-9]{1,2})\\s*日?(?:\\s*\\(.\\))?");
    private static final Map<String, String> ERAS = Map.of("r", "令和", "h", "平成", "s", "昭和");
    private static final Pattern TIME = Pattern.compile(
            "(午前|午後|am|pm)?\\s*([0-9]{1,2})\\s*(?::|時)\\s*(半|[0-9]{1,2})?\\s*分?(?::[0-9]{2}(?:\\.[0-9]+)?)?");

    private Moments() {}

    static Optional<String> day(String text) {
        String typed = Folding.width(text).strip();
        Matcher era = ERA.matcher(typed);
        try {
            if (era.matches()) {
                String name = ERAS.getOrDefault(era.group(1), era.group(1));
                return Years.find(name + era.group(2) + "年").map(year -> day(year, era.group(3), era.group(4)));
            }
            for (Pattern form : java.util.List.of(DAY, DIGITS)) {
                Matcher found = form.matcher(typed);
                if (found.matches()) {
                    return Optional.of(day(Integer.parseInt(found.group(1)), found.group(2), found.group(3)));
                }
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String day(int year, String month, String day) {
        return LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day))
                .toString();
    }

    /** 24:00 is the last minute of the day, as a time of the day it does not exist. */
    static Optional<String> time(String text) {
        Matcher found = TIME.matcher(Folding.width(text).strip());
        if (!found.matches()) return Optional.empty();
        int hour = Integer.parseInt(found.group(2));
        String minutes = found.group(3) == null ? "0" : found.group(3);
        int minute = minutes.equals("半") ? 30 : Integer.parseInt(minutes);
        boolean afternoon = "午後".equals(found.group(1)) || "pm".equals(found.group(1));
        if (afternoon && hour < 12) hour += 12;
        if (hour == 24 && minute == 0) return Optional.of("23:59");
        if (hour > 23 || minute > 59) return Optional.empty();
        return Optional.of(LocalTime.of(hour, minute).toString());
    }
}
