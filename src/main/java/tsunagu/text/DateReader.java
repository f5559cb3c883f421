package tsunagu.text;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the days somebody means: 「来月の第2土曜」「今週末」「3月1日以降」「明後日」, and the commonest of them in English,
 * Chinese and Korean. Weeks begin on Monday; a day without a year is the next one to come.
 */
public final class DateReader {
    private static final String WEEKDAYS = "月火水木金土日";
    private static final String YEAR = "(?:((?:令和|平成|昭和)\\s*(?:元|[0-9]{1,2})|[0-9]{4})\\s*年\\s*)?";
    private static final Pattern MONTH_DAY = Pattern.compile(
            YEAR + "(?<![0-9])(1[0-2]|0?[1-9])\\s*(?:月|/)" + "\\s*(3[01]|[12][0-9]|0?[1-9])(?:\\s*日|(?![0-9/]))");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Pattern SPAN =
            Pattern.compile("(?:から|〜|~|－|-|より)\\s*(?:(1[0-2]|[1-9])月)?(3[01]|[12][0-9]|[1-9])日");
    private static final Pattern NTH = Pattern.compile(
            "(?:(今月|来月|再来月)の?|" + YEAR + "(?<![0-9])(1[0-2]|[1-9])月の?)?" + "第\\s*([1-5一二三四五])\\s*([月火水木金土日])曜?");
    private static final Pattern WEEKDAY = Pattern.compile("(今週|来週|再来週|今度|次|こんど|つぎ)?の?\\s{0,3}(?<![0-9])([月火水木金土日])曜");
    private static final Pattern MONTH = Pattern.compile(YEAR + "(?<![0-9])(1[0-2]|[1-9])月(?!\\s*[0-9])(上旬|中旬|下旬)?");
    private static final Pattern SINCE = Pattern.compile("^日?\\s*(?:以降|以後|から(?!\\s*[0-9])|より後|より先)");
    private static final Pattern UNTIL = Pattern.compile("^日?\\s*(?:まで|以前)");
    private static final int OPEN_YEARS = 1;

    private final Clock clock;

    public DateReader(Clock clock) {
        this.clock = clock;
    }

    private record Word(Pattern pattern, UnaryOperator<LocalDate> from, UnaryOperator<LocalDate> to) {
        static Word day(String pattern, int days) {
            return new Word(Pattern.compile(pattern), today -> today.plusDays(days), today -> today.plusDays(days));
        }

        static Word week(String pattern, int weeks) {
            return new Word(
                    Pattern.compile(pattern),
                    today -> monday(today).plusWeeks(weeks),
                    today -> monday(today).plusWeeks(weeks).plusDays(6));
        }

        static Word weekend(String pattern, int weeks) {
            return new Word(
                    Pattern.compile(pattern),
                    today -> monday(today).plusWeeks(weeks).plusDays(5),
                    today -> monday(today).plusWeeks(weeks).plusDays(6));
        }

        static Word month(String pattern, int months) {
            return new Word(
                    Pattern.compile(pattern),
                    today -> YearMonth.from(today).plusMonths(months).atDay(1),
                    today -> YearMonth.from(today).plusMonths(months).atEndOfMonth());
        }

        static Word year(String pattern, int years) {
            return new Word(
                    Pattern.compile(pattern),
                    today -> LocalDate.of(today.getYear() + years, 1, 1),
                    today -> LocalDate.of(today.getYear() + years, 12, 31));
        }

        static Word fiscalYear(String pattern, int years) {
            return new Word(
                    Pattern.compile(pattern),
                    today -> LocalDate.of(fiscalYearOf(today) + years, 4, 1),
                    today -> LocalDate.of(fiscalYearOf(today) + years + 1, 3, 31));
        }
    }

    /** 「べんきょう」「とうきょう」 hold きょう, and 「きょういく」 begins so. */
    private static final String TODAY = "今日(?!子)|本日|(?<![\\p{IsHiragana}&&[^、はがもに]])きょう"
            + "(?![\\p{IsHiragana}&&[^はもにのかまで]])|今夜|今晩|today|tonight|今天|오늘";

    /** Longer words before those they hold: 明後日 before 明日, 再来週 before 来週. */
    private static final List<Word> WORDS = List.of(
            Word.day("明々後日|明明後日|しあさって", 3),
            Word.day("明後日|あさって|day after tomorrow|后天|後天|모레", 2),
            Word.day("一昨日|おととい", -2),
            Word.day("明日|あした|あす(?![かた])|tomorrow|明天|내일", 1),
            Word.day("昨日|きのう|yesterday|昨天|어제", -1),
            Word.day(TODAY, 0),
            Word.weekend("来週末|next weekend|下周末|다음\\s*주말", 1),
            Word.weekend("今週末|この週末|こんしゅうまつ|週末|this weekend|weekend|这个周末|這個週末|周末|이번\\s*주말|주말", 0),
            Word.fiscalYear("来年度", 1),
            Word.fiscalYear("今年度|本年度", 0),
            Word.fiscalYear("昨年度", -1),
            Word.year("再来年", 2),
            Word.year("来年|next year|明年|내년", 1),
            Word.year("昨年|去年|last year|작년", -1),
            Word.year("今年|本年|ことし(?![てたなまよ])|this year|올해", 0));

    private static final List<Word> WEEKS_AND_MONTHS = List.of(
            Word.week("再来週|さらいしゅう", 2),
            Word.week("来週|らいしゅう|next week|下周|下週|下星期|다음\\s*주", 1),
            Word.week("先週|last week|上周|지난\\s*주", -1),
            Word.week("今週|こんしゅう|this week|这周|這週|本周|이번\\s*주", 0),
            Word.month("再来月", 2),
            Word.month("来月|らいげつ|next month|下个月|下個月|다음\\s*달", 1),
            Word.month("先月|last month|上个月|지난\\s*달", -1),
            Word.month("今月|こんげつ|this month|这个月|這個月|이번\\s*달", 0));

    /** The first days meant in words, of any width; empty where none are. */
    public Optional<DateRange> find(String words) {
        String text = Folding.width(words);
        LocalDate today = LocalDate.now(clock);
        try {
            return nth(text, today)
                    .or(() -> monthDay(text, today))
                    .or(() -> weekday(text, today))
                    .or(() -> word(WORDS, text, today))
                    .or(() -> word(WEEKS_AND_MONTHS, text, today))
                    .or(() -> month(text, today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DateRange> word(List<Word> words, String text, LocalDate today) {
        for (Word word : words) {
            Matcher found = word.pattern().matcher(text);
            if (!found.find()) continue;
            var range = DateRange.of(word.from().apply(today), word.to().apply(today));
            return Optional.of(bounded(range, text.substring(found.end()), today));
        }
        return Optional.empty();
    }

    private static Optional<DateRange> nth(String text, LocalDate today) {
        Matcher nth = NTH.matcher(text);
        if (!nth.find()) return Optional.empty();
        YearMonth month = YearMonth.from(today);
        if (nth.group(1) != null) {
            month = month.plusMonths(
                    nth.group(1).equals("今月") ? 0 : nth.group(1).equals("来月") ? 1 : 2);
        } else if (nth.group(3) != null) {
            month = monthOf(nth.group(2), Integer.parseInt(nth.group(3)), today);
        }
        DayOfWeek weekday = DayOfWeek.of(WEEKDAYS.indexOf(nth.group(5)) + 1);
        LocalDate day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(Years.number(nth.group(4)), weekday));
        // Most months have no fifth Saturday.
        if (!YearMonth.from(day).equals(month)) throw new DateTimeException(month + " has no such day");
        return Optional.of(DateRange.of(day));
    }

    private static Optional<DateRange> monthDay(String text, LocalDate today) {
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            var day = LocalDate.of(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
            return Optional.of(bounded(DateRange.of(day), text.substring(iso.end()), today));
        }
        Matcher found = MONTH_DAY.matcher(text);
        if (!found.find()) return Optional.empty();
        int month = Integer.parseInt(found.group(2));
        int dayOfMonth = Integer.parseInt(found.group(3));
        LocalDate day = dayOf(found.group(1), month, dayOfMonth, today);
        Matcher span = SPAN.matcher(text).region(found.end(), text.length());
        if (span.lookingAt()) {
            int lastMonth = span.group(1) == null ? day.getMonthValue() : Integer.parseInt(span.group(1));
            LocalDate last = LocalDate.of(day.getYear(), lastMonth, Integer.parseInt(span.group(2)));
            return Optional.of(DateRange.of(day, last.isBefore(day) ? last.plusYears(1) : last));
        }
        return Optional.of(bounded(DateRange.of(day), text.substring(found.end()), today));
    }

    private static Optional<DateRange> weekday(String text, LocalDate today) {
        Matcher found = WEEKDAY.matcher(text);
        if (!found.find()) return Optional.empty();
        DayOfWeek weekday = DayOfWeek.of(WEEKDAYS.indexOf(found.group(2)) + 1);
        String which = found.group(1) == null ? "" : found.group(1);
        LocalDate day = switch (which) {
            case "今週" -> monday(today).with(TemporalAdjusters.nextOrSame(weekday));
            case "来週" -> monday(today).plusWeeks(1).with(TemporalAdjusters.nextOrSame(weekday));
            case "再来週" -> monday(today).plusWeeks(2).with(TemporalAdjusters.nextOrSame(weekday));
            default -> today.with(TemporalAdjusters.nextOrSame(weekday));
        };
        return Optional.of(bounded(DateRange.of(day), text.substring(found.end()), today));
    }

    private static Optional<DateRange> month(String text, LocalDate today) {
        Matcher found = MONTH.matcher(text);
        if (!found.find()) return Optional.empty();
        YearMonth month = monthOf(found.group(1), Integer.parseInt(found.group(2)), today);
        String part = found.group(3) == null ? "" : found.group(3);
        var range = switch (part) {
            case "上旬" -> DateRange.of(month.atDay(1), month.atDay(10));
            case "中旬" -> DateRange.of(month.atDay(11), month.atDay(20));
            case "下旬" -> DateRange.of(month.atDay(21), month.atEndOfMonth());
            default -> DateRange.of(month.atDay(1), month.atEndOfMonth());
        };
        return Optional.of(bounded(range, text.substring(found.end()), today));
    }

    private static DateRange bounded(DateRange range, String after, LocalDate today) {
        if (SINCE.matcher(after).find()) return DateRange.since(range.from());
        LocalDate last = range.to().orElse(range.from());
        return UNTIL.matcher(after).find() && !last.isBefore(today) ? DateRange.of(today, last) : range;
    }

    /** A month without a year is this one or the next to come. */
    private static YearMonth monthOf(String year, int month, LocalDate today) {
        if (year != null)
            return YearMonth.of(Years.find(year + "年").orElseThrow(() -> new DateTimeException(year)), month);
        YearMonth thisYear = YearMonth.of(today.getYear(), month);
        return thisYear.isBefore(YearMonth.from(today)) ? thisYear.plusYears(OPEN_YEARS) : thisYear;
    }

    private static LocalDate dayOf(String year, int month, int day, LocalDate today) {
        if (year != null) return monthOf(year, month, today).atDay(day);
        // 29 February may not come for years.
        for (int inYear = today.getYear(); inYear <= today.getYear() + 8; inYear++) {
            boolean exists = YearMonth.of(inYear, month).isValidDay(day);
            if (exists && !LocalDate.of(inYear, month, day).isBefore(today)) return LocalDate.of(inYear, month, day);
        }
        throw new DateTimeException(month + "-" + day);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static int fiscalYearOf(LocalDate day) {
        return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    }
}
