package tsunagu.events;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When an event is, in a line of Japanese: 「11月28日（土） 10:00〜11:30（毎週）」. */
final class EventTimes {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（E）", Locale.JAPANESE);

    private EventTimes() {}

    static String of(Happening happening) {
        if (happening.when().isEmpty()) return "日時は未定です。" + happening.told().dateNote();
        Happening.When when = happening.when().get();
        var text = new StringBuilder(DAY.format(when.first()));
        if (!when.last().equals(when.first())) text.append("〜").append(DAY.format(when.last()));
        when.from().ifPresent(from -> text.append(" ").append(from).append("〜"));
        when.to().ifPresent(to -> text.append(when.from().isEmpty() ? " 〜" : "").append(to));
        String repeat = happening.told().repeat();
        if (!repeat.isEmpty()) text.append("（").append(repeat).append("）");
        return text.toString();
    }
}
