package tsunagu.notices.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.Databases;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.line.fake.FakeMulticast.Request;
import tsunagu.notices.outbox.Outgoing.Kind;
import tsunagu.subscriptions.Subscriber;
import tsunagu.text.Language;

/** Weeks of notices at all hours, by a clock that the test moves: none at night, none stale, none over the cap. */
@Isolated
class NightTest {
    private static final int CAP = 4;
    private static final int RESIDENTS = 6;
    private static final Duration STEP = Duration.ofMinutes(20);
    private static final List<String> SERVERS =
            List.of("UTC", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Apia");
    private static final Duration WEEK = Duration.ofDays(7);

    /** New York changes its clocks in these weeks, and so does the server, which is moved about the world. */
    @ParameterizedTest
    @CsvSource({"Asia/Tokyo, 2026-10-24T00:00:00Z", "America/New_York, 2026-10-24T00:00:00Z"})
    void nothing_is_sent_at_night_nothing_stale_and_nothing_over_the_cap(String towns, Instant begin) {
        TimeZone usual = TimeZone.getDefault();
        NoticeClock.CLOCK.set(begin);
        Map<String, Object> settings = Map.of(
                "notices.sending.time-zone", towns, "notices.sending.per-week", CAP, "notices.sending.per-second", 200);
        try (FakeLine line = FakeLine.start();
                var town = new NoticeTown(line, Databases.H2.settings(), settings)) {
            new Weeks(town, ZoneId.of(towns), begin).pass();
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    /** What happens in two weeks. */
    private static final class Weeks {
        private final NoticeTown town;
        private final ZoneId zone;
        private final Instant begin;
        private final Random random = new Random(7);
        private final Map<String, Instant> notAfter = new HashMap<>();
        private final Map<String, List<Instant>> told = new HashMap<>();
        private int seen;
        private int atSeven;

        Weeks(NoticeTown town, ZoneId zone, Instant begin) {
            this.town = town;
            this.zone = zone;
            this.begin = begin;
        }

        void pass() {
            List<Subscriber> all = town.residents(Language.JAPANESE, "night", RESIDENTS);
            town.line.multicast().always(() -> random.nextInt(5) == 0 ? Trouble.ERROR_500 : null);
            for (int i = 0; NoticeClock.CLOCK.instant().isBefore(begin.plus(WEEK.multipliedBy(2))); i++) {
                TimeZone.setDefault(TimeZone.getTimeZone(SERVERS.get(i / 40 % SERVERS.size())));
                if (random.nextInt(12) == 0) put("notice-" + i + "-", all);
                town.sendAll();
                look();
                NoticeClock.CLOCK.pass(STEP);
            }
            assertThat(seen).as("requests").isGreaterThan(10);
            assertThat(atSeven)
                    .as("what was due at night goes out in the morning")
                    .isPositive();
            assertThat(told.values().stream().mapToInt(List::size).max().orElse(0))
                    .as("the cap was reached")
                    .isGreaterThanOrEqualTo(CAP);
        }

        private void put(String key, List<Subscriber> all) {
            Instant now = NoticeClock.CLOCK.instant();
            var some = new ArrayList<Subscriber>();
            for (Subscriber one : all) if (random.nextInt(3) > 0) some.add(one);
            Instant until = now.plus(Duration.ofHours(2 + random.nextInt(14)));
            notAfter.put(key, until);
            town.outbox.put(
                    new Outgoing(key, Kind.AREA_NOTICE, NoticeTown.TOWN, NoticeTown.said(key), now, until), some);
        }

        /** At what came since the last look, all of it at this moment. */
        private void look() {
            Instant now = NoticeClock.CLOCK.instant();
            List<Request> requests = town.line.multicast().requests();
            for (Request request : requests.subList(seen, requests.size())) {
                LocalTime there = now.atZone(zone).toLocalTime();
                assertThat(there).isBetween(LocalTime.of(7, 0), LocalTime.of(20, 59, 59));
                if (there.isBefore(LocalTime.of(7, 20))) atSeven++;
                String words = request.messages().path(0).path("text").asText();
                assertThat(now).as(words).isBefore(notAfter.get(words));
                if (request.status() == 200) request.to().forEach(user -> count(user, now));
            }
            seen = requests.size();
        }

        private void count(String user, Instant now) {
            List<Instant> times = told.computeIfAbsent(user, _ -> new ArrayList<>());
            times.add(now);
            assertThat(times.stream().filter(at -> at.isAfter(now.minus(WEEK))))
                    .as("told in a week")
                    .hasSizeLessThanOrEqualTo(CAP);
        }
    }
}
