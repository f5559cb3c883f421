package tsunagu.events.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import tsunagu.events.store.Programme.Occurrence;
import tsunagu.events.store.Programme.Query;

/**
 * All that residents of one municipality are told is on, as it was at one change: the days without the words, so that a
 * question looks through fifty thousand events in a few milliseconds.
 */
final class Schedule {
    /** The change it was read at, {@link Programme.Changed#number}. */
    private final long number;

    private final List<Named> names;
    /** By first day, those of one day alone. */
    private final List<Time> days;

    private final List<Time> spans;

    /**
     * @param names soonest first, those without a day last
     * @param times by first day, hour and event
     */
    Schedule(long number, List<Named> names, List<Time> times) {
        this.number = number;
        this.names = List.copyOf(names);
        days = times.stream().filter(time -> time.first() == time.last()).toList();
        spans = times.stream().filter(time -> time.first() != time.last()).toList();
    }

    /**
     * An event that is told.
     *
     * @param last epoch day; {@link Long#MAX_VALUE} without end, or not decided
     * @param title its name, folded, without brackets and number
     * @param words its name, description and place, folded
     */
    record Named(long event, long last, String title, String words) {}

    /**
     * One time an event takes place; days are epoch days.
     *
     * @param again whether the event takes place at other times too
     */
    record Time(
            long event, long first, long last, Areas place, String audience, boolean free, String from, boolean again) {
        Occurrence occurrence() {
            return new Occurrence(event, LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
        }
    }

    /** Ids of areas, one object for all events that have the same. */
    record Areas(int index, Set<String> ids) {}

    long number() {
        return number;
    }

    boolean isAnyToCome(long today) {
        return names.stream().anyMatch(event -> event.last() >= today);
    }

    /** The next time of each event, those of the areas asked for first, then those near, then by day and hour. */
    List<Occurrence> list(Query query) {
        long from = query.from().toEpochDay();
        long to = query.to().toEpochDay();
        var nearest = new Nearest(query, from);
        for (int i = firstFrom(from); i < days.size() && days.get(i).first() <= to; i++) nearest.offer(days.get(i));
        for (Time time : spans) {
            if (time.first() > to) break;
            if (time.last() >= from) nearest.offer(time);
        }
        return nearest.inOrder();
    }

    private int firstFrom(long day) {
        int low = 0;
        int high = days.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days.get(middle).first() < day) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** Events to come whose words hold these, soonest first; those without a day last. */
    List<Long> listNamed(List<List<String>> words, long today, int most) {
        return names.stream()
                .filter(event -> event.last() >= today)
                .filter(event -> words.stream().allMatch(ways -> ways.stream().anyMatch(event.words()::contains)))
                .limit(most)
                .map(Named::event)
                .toList();
    }

    /** Those whose whole name, of {@code shortest} letters at least, stands in what was said; longer names first. */
    List<Long> listTitled(String said, int shortest, long today, int most) {
        return names.stream()
                .filter(event -> event.last() >= today && event.title().length() >= shortest)
                .filter(event -> said.contains(event.title()))
                .sorted(Comparator.comparing(event -> -event.title().length()))
                .limit(most)
                .map(Named::event)
                .toList();
    }

    /** Those whose name holds all of these words. */
    List<Long> listTitledWith(List<String> words, long today, int most) {
        return names.stream()
                .filter(event -> event.last() >= today && words.stream().allMatch(event.title()::contains))
                .limit(most)
                .map(Named::event)
                .toList();
    }

    /** Keeps as many as are asked for, the best of all offered. */
    private static final class Nearest {
        private final Query query;
        private final Comparator<Time> order;
        private final PriorityQueue<Time> kept;
        private final Set<Long> seen = new HashSet<>();
        private final Map<Integer, Integer> ranks = new HashMap<>();

        Nearest(Query query, long from) {
            this.query = query;
            order = Comparator.<Time>comparingInt(this::rank)
                    .thenComparingLong(time -> Math.max(time.first(), from))
                    .thenComparing(Comparator.comparingLong(Time::first).reversed())
                    .thenComparing(Time::from)
                    .thenComparingLong(Time::event);
            kept = new PriorityQueue<>(order.reversed());
        }

        /** Times of an event must be offered soonest first. */
        void offer(Time time) {
            if (query.free() && !time.free()) return;
            if (query.audience()
                    .filter(audience -> !time.audience().contains(audience.mark()))
                    .isPresent()) return;
            if (time.again() && !seen.add(time.event())) return;
            if (kept.size() < query.most()) {
                kept.add(time);
            } else if (order.compare(time, kept.element()) < 0) {
                kept.remove();
                kept.add(time);
            }
        }

        private int rank(Time time) {
            if (query.areas().isEmpty()) return 0;
            return ranks.computeIfAbsent(time.place().index(), _ -> {
                Set<String> ids = time.place().ids();
                if (ids.isEmpty()) return 2;
                if (query.areas().stream().anyMatch(ids::contains)) return 0;
                return query.near().stream().anyMatch(ids::contains) ? 1 : 3;
            });
        }

        List<Occurrence> inOrder() {
            var best = new ArrayList<>(kept);
            best.sort(order);
            return best.stream().map(Time::occurrence).toList();
        }
    }
}
