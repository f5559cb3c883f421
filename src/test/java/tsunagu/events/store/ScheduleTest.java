package tsunagu.events.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.events.entry.Audience;
import tsunagu.events.store.Programme.Occurrence;
import tsunagu.events.store.Programme.Query;
import tsunagu.events.store.Schedule.Areas;
import tsunagu.events.store.Schedule.Named;
import tsunagu.events.store.Schedule.Time;

/** What a schedule tells, beside the same by going through everything. */
class ScheduleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<Areas> AREAS = List.of(
            new Areas(0, Set.of()),
            new Areas(1, Set.of("n")),
            new Areas(2, Set.of("n", "s")),
            new Areas(3, Set.of("s")));
    private static final List<String> FOR_WHOM = List.of("", Audience.CHILDREN.mark(), Audience.ANYBODY.mark());

    private final Random random = new Random(22);

    private List<Time> times() {
        var times = new ArrayList<Time>();
        for (long event = 0; event < 60; event++) {
            boolean again = random.nextInt(4) == 0;
            Areas areas = AREAS.get(random.nextInt(4));
            String whom = FOR_WHOM.get(random.nextInt(3));
            boolean free = random.nextBoolean();
            String from = random.nextBoolean() ? "10:00" : "";
            long length = random.nextInt(5) == 0 ? 3 : 0;
            var days = new HashSet<Long>();
            for (int i = 0; i < (again ? 5 : 1); i++) days.add(TODAY.toEpochDay() - 10 + random.nextInt(60));
            boolean several = days.size() > 1;
            for (long day : days) times.add(new Time(event, day, day + length, areas, whom, free, from, several));
        }
        times.sort(
                Comparator.comparingLong(Time::first).thenComparing(Time::from).thenComparingLong(Time::event));
        return times;
    }

    private static int rank(Time time, Query query) {
        if (query.areas().isEmpty() || time.place().ids().stream().anyMatch(query.areas()::contains)) return 0;
        if (time.place().ids().isEmpty()) return 2;
        return time.place().ids().stream().anyMatch(query.near()::contains) ? 1 : 3;
    }

    private static List<Occurrence> byGoingThrough(List<Time> times, Query query) {
        long from = query.from().toEpochDay();
        var next = new ArrayList<Time>();
        var seen = new HashSet<Long>();
        for (Time time : times) {
            boolean fits = time.first() <= query.to().toEpochDay()
                    && time.last() >= from
                    && (!query.free() || time.free())
                    && query.audience().stream()
                            .allMatch(whom -> time.audience().contains(whom.mark()));
            if (fits && seen.add(time.event())) next.add(time);
        }
        next.sort(Comparator.<Time>comparingInt(time -> rank(time, query))
                .thenComparingLong(time -> Math.max(from, time.first()))
                .thenComparing(Comparator.comparingLong(Time::first).reversed())
                .thenComparing(Time::from)
                .thenComparingLong(Time::event));
        return next.stream().limit(query.most()).map(Time::occurrence).toList();
    }

    @Test
    void tellsTheNextTimesOfTheAreaFirst() {
        for (int round = 0; round < 300; round++) {
            List<Time> times = times();
            LocalDate from = TODAY.plusDays(random.nextInt(20) - 5);
            var query = new Query(
                    "town",
                    List.of(List.<String>of(), List.of("n"), List.of("n", "s")).get(random.nextInt(3)),
                    random.nextBoolean() ? List.of("s") : List.of(),
                    from,
                    from.plusDays(random.nextInt(40)),
                    random.nextInt(3) == 0,
                    random.nextInt(3) == 0 ? Optional.of(Audience.CHILDREN) : Optional.empty(),
                    1 + random.nextInt(12));
            assertThat(new Schedule(1, List.of(), times).list(query)).isEqualTo(byGoingThrough(times, query));
        }
    }

    @Test
    void findsNamesOfWhatIsNotOver() {
        long today = TODAY.toEpochDay();
        var schedule = new Schedule(
                1,
                List.of(
                        new Named(1, today - 1, "夏祭り", "夏祭り"),
                        new Named(2, today, "秋祭り", "秋祭り 縁日"),
                        new Named(3, today + 9, "餅つき", "餅つき"),
                        new Named(4, Long.MAX_VALUE, "縁日", "縁日 日は未定")),
                List.of());
        assertThat(schedule.listNamed(List.of(List.of("祭り", "餅")), today, 9)).containsExactly(2L, 3L);
        assertThat(schedule.listNamed(List.of(List.of("祭り", "餅")), today, 1)).containsExactly(2L);
        assertThat(schedule.listNamed(List.of(List.of("縁日"), List.of("秋")), today, 9))
                .containsExactly(2L);
        assertThat(schedule.listNamed(List.of(List.of("縁日")), today + 1, 9)).containsExactly(4L);
        assertThat(schedule.listTitled("秋祭りと餅つきの話", 3, today, 9)).containsExactly(2L, 3L);
        assertThat(schedule.listTitled("夏祭りと縁日の話", 3, today, 9)).isEmpty();
        assertThat(schedule.listTitledWith(List.of("餅", "つき"), today, 9)).containsExactly(3L);
        assertThat(schedule.listTitledWith(List.of("日は未定"), today, 9)).isEmpty();
        assertThat(schedule.isAnyToCome(today)).isTrue();
        assertThat(new Schedule(1, List.of(new Named(1, today - 1, "夏祭り", "夏祭り")), List.of()).isAnyToCome(today))
                .isFalse();
    }
}
