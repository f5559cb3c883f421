package tsunagu.events.page;

import java.util.List;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Repeats;
import tsunagu.events.store.Events.Filter;

/**
 * A list of events as shown to staff.
 *
 * @param pages how many there are, at least 1
 */
public record Listing(Filter filter, List<Event> events, long count, int pages) {

    /** 「2026-11-28 10:00 毎週」 */
    public static String when(Event event) {
        var content = event.content();
        String start = content.find(Field.START).orElseGet(() -> "日付は未定：" + content.text(Field.DATE_NOTE));
        String end = content.find(Field.END)
                .filter(day -> !day.equals(start))
                .map(day -> "〜" + day)
                .orElse("");
        String rule = content.text(Field.REPEAT);
        String repeat = rule.startsWith("FREQ=") ? " " + Repeats.words(rule) : "";
        return start + end + " " + content.text(Field.FROM) + repeat;
    }
}
