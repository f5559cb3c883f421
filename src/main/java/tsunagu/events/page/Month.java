package tsunagu.events.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.desk.Choice;

/**
 * A month of a place as its public page shows it.
 *
 * @param slug what its addresses call the place: {@code nishitokyo}, {@code nishitokyo-hokutobu}
 * @param name 「西東京市 北東部」
 * @param days in order, each with what begins on it, or goes on when the month begins
 */
public record Month(
        String slug,
        String name,
        YearMonth month,
        LocalDate today,
        Map<LocalDate, List<Line>> days,
        List<Line> undecided,
        List<Choice> places) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPANESE);

    /** One event on one day. */
    public record Line(
            long event, String title, boolean cancelled, String when, String where, String areas, String fee) {}

    public String title() {
        return name + "の行事 " + month.getYear() + "年" + month.getMonthValue() + "月";
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String path(int months) {
        return "/events/" + slug + "/" + month.plusMonths(months);
    }
}
