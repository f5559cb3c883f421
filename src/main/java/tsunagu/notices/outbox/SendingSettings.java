package tsunagu.notices.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import tsunagu.line.Multicasts;

/**
 * How notices are sent; read at start-up, so that what cannot work stops the start.
 *
 * @param timeZone the towns' own, whatever the server's is
 * @param quietFrom nobody is written to from this hour, such as 21:00
 * @param quietUntil to this hour, such as 07:00
 * @param perWeek a resident is told at most so much in seven days
 * @param batch recipients of one request
 * @param perSecond requests that one copy makes
 * @param atOnce requests that one copy has under way
 * @param sameBody how long a copy repeats a request to the same recipients, whoever opts out meanwhile
 * @param lease what a copy that crashed was at work on is taken over after this long
 * @param poll how often a copy looks for something to send
 * @param mostFailures so many requests failing in a row stop a notice
 * @param keepRecipients how long it is kept who was sent something, after it is done
 */
@Context
@ConfigurationProperties("notices.sending")
public record SendingSettings(
        String timeZone,
        String quietFrom,
        String quietUntil,
        int perWeek,
        int batch,
        int perSecond,
        int atOnce,
        Duration sameBody,
        Duration lease,
        Duration poll,
        int mostFailures,
        Duration keepRecipients) {
    static final Duration WEEK = Duration.ofDays(7);

    private static final int MOST_PER_SECOND = 200;
    /** A request may take line.timeout, of which 20 s is the most. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

    public SendingSettings {
        require(isZone(timeZone), "time-zone", timeZone, "Asia/Tokyo のような地域の名前を書いてください。");
        require(isHour(quietFrom), "quiet-from", quietFrom, "\"21:00\" のような時刻を書いてください。");
        require(isHour(quietUntil), "quiet-until", quietUntil, "\"07:00\" のような時刻を書いてください。");
        require(perWeek > 0, "per-week", perWeek, "1以上の数を書いてください。");
        boolean fits = batch > 0 && batch <= Multicasts.MOST_RECIPIENTS;
        require(fits, "batch", batch, "1から500までの数を書いてください。");
        boolean rate = perSecond > 0 && perSecond <= MOST_PER_SECOND;
        require(rate, "per-second", perSecond, "1から200までの数を書いてください。");
        require(atOnce > 0, "at-once", atOnce, "1以上の数を書いてください。");
        require(!sameBody.isNegative(), "same-body", sameBody, "60s のような時間を書いてください。");
        require(lease.compareTo(SHORTEST_LEASE) >= 0, "lease", lease, "30s のような、2秒以上の時間を書いてください。");
        require(poll.isPositive(), "poll", poll, "1s のような時間を書いてください。");
        require(mostFailures > 0, "most-failures", mostFailures, "1以上の数を書いてください。");
        // The week's cap is counted from these rows.
        boolean enough = keepRecipients.compareTo(WEEK) >= 0;
        require(enough, "keep-recipients", keepRecipients, "30d のような、7日以上の時間を書いてください。");
    }

    private static void require(boolean fine, String key, Object value, String advice) {
        if (fine) return;
        throw new ConfigurationException(
                "設定の誤り: notices.sending.%s（config/application.yml）が「%s」です。%s".formatted(key, value, advice));
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Whether nobody may be written to at this moment. */
    public boolean isQuiet(Instant moment) {
        LocalTime time = moment.atZone(zone()).toLocalTime();
        LocalTime from = LocalTime.parse(quietFrom);
        LocalTime until = LocalTime.parse(quietUntil);
        if (from.equals(until)) return false;
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }

    /** This moment, or the end of the quiet hours it lies in. */
    public Instant nextAllowed(Instant moment) {
        if (!isQuiet(moment)) return moment;
        ZonedDateTime there = moment.atZone(zone());
        ZonedDateTime end = there.with(LocalTime.parse(quietUntil));
        return (end.isAfter(there) ? end : end.plusDays(1)).toInstant();
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isHour(String hour) {
        try {
            LocalTime.parse(hour);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
