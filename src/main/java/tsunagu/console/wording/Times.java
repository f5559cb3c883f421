package tsunagu.console.wording;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Points in time as clerks read them. */
public record Times(ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    /** 「2026/11/22 13:05」. */
    public String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** 「2026/11/22」. */
    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }
}
