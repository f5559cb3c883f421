package tsunagu.submissions.page;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tsunagu.submissions.entry.Content;
import tsunagu.submissions.entry.Field;
import tsunagu.submissions.entry.Kind;
import tsunagu.submissions.entry.Submission;
import tsunagu.submissions.entry.When;

/** A line of what was told, as pages show it. */
public record Told(String label, String value) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（E）", Locale.JAPANESE);

    /** All that a submission tells, in the order it is read. */
    public static List<Told> of(Submission one) {
        Kind kind = one.kindSent();
        Content content = one.content();
        var lines = new ArrayList<Told>();
        String when = when(content.when());
        if (!when.isEmpty()) lines.add(new Told("日時", when));
        for (Field field : Field.values()) {
            if (field != Field.TITLE && content.has(field)) {
                lines.add(new Told(field.label(kind), content.text(field)));
            }
        }
        return lines;
    }

    /** 「2026年12月6日（日）13:00〜15:00」; empty where no day is known. */
    public static String when(When when) {
        String days = when.first().map(DAY::format).orElse("")
                + when.last().map(last -> "〜" + DAY.format(last)).orElse("");
        String times = when.from().map(Object::toString).orElse("")
                + when.to().map(to -> "〜" + to).orElse("");
        return days.isEmpty() ? "" : (days + " " + times).strip();
    }
}
