package tsunagu.events.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.events.entry.Audience;
import tsunagu.events.entry.Days;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Picture;
import tsunagu.text.Folding;

/** What residents are told is on; only events that are published, or cancelled and told as that. */
@Singleton
public class Programme {
    private static final int AT_ONCE = 1000;

    private final EventRepository events;
    private final OccurrenceRepository occurrences;
    private final Schedules schedules;

    Programme(EventRepository events, OccurrenceRepository occurrences, Schedules schedules) {
        this.events = events;
        this.occurrences = occurrences;
        this.schedules = schedules;
    }

    /** An event, and the time of it that is meant; empty where its days are not decided. */
    public record Entry(Event event, Optional<Occurrence> at) {}

    public List<Entry> list(Query query) {
        return entries(schedules.get(query.municipality()).list(query));
    }

    /** Every time within these days, however far they are, in order. */
    public List<Entry> listAll(String municipality, LocalDate from, LocalDate to) {
        return all(occurrences.listWithin(municipality, from, to)).stream()
                .flatMap(event -> event.days().between(from, to).stream()
                        .map(span ->
                                new Entry(event, Optional.of(new Occurrence(event.id(), span.first(), span.last())))))
                .sorted(Comparator.comparing(
                                (Entry entry) -> entry.at().orElseThrow().first())
                        .thenComparing(entry -> entry.event().content().text(Field.FROM))
                        .thenComparing(entry -> entry.event().id()))
                .toList();
    }

    private List<Entry> entries(List<Occurrence> times) {
        Map<Long, Event> known =
                events(times.stream().map(Occurrence::event).distinct().toList());
        return times.stream()
                .filter(time -> known.containsKey(time.event()))
                .map(time -> new Entry(known.get(time.event()), Optional.of(time)))
                .toList();
    }

    private Map<Long, Event> events(List<Long> ids) {
        return events.list(ids).stream()
                .filter(event -> event.state().isTold())
                .collect(Collectors.toMap(Event::id, Function.identity()));
    }

    /** Those to come whose name holds all of these words, one way or another, each with its next time. */
    public List<Entry> listNamed(String municipality, List<List<String>> words, LocalDate today, int most) {
        List<List<String>> folded = words.stream()
                .map(ways -> ways.stream()
                        .map(Folding::name)
                        .filter(way -> !way.isEmpty())
                        .toList())
                .filter(ways -> !ways.isEmpty())
                .toList();
        if (folded.isEmpty()) return List.of();
        return next(schedules.get(municipality).listNamed(folded, today.toEpochDay(), most), today);
    }

    /**
     * Those to come whose whole name stands in what was said, each with its next time, longer names first.
     *
     * @param shortest shorter names are not looked for
     */
    public List<Entry> listTitled(String municipality, String said, int shortest, LocalDate today, int most) {
        Schedule schedule = schedules.get(municipality);
        return next(schedule.listTitled(Folding.name(said), shortest, today.toEpochDay(), most), today);
    }

    /** Those to come whose name holds all of these words, each with its next time. */
    public List<Entry> listTitledWith(String municipality, List<String> words, LocalDate today, int most) {
        List<String> folded = words.stream().map(Folding::name).toList();
        return next(schedules.get(municipality).listTitledWith(folded, today.toEpochDay(), most), today);
    }

    private List<Entry> next(List<Long> ids, LocalDate today) {
        Map<Long, Event> known = events(ids);
        return ids.stream()
                .filter(known::containsKey)
                .map(id -> next(known.get(id), today))
                .toList();
    }

    /** An event with its next time, or its last where none is to come; empty for one that residents are not told of. */
    public Optional<Entry> find(long id, LocalDate today) {
        return events.find(id).filter(event -> event.state().isTold()).map(event -> next(event, today));
    }

    private static Entry next(Event event, LocalDate today) {
        List<Days.Span> spans = event.days().between(today, today.plusDays(Events.DAYS_AHEAD));
        Optional<Days.Span> span = spans.stream()
                .findFirst()
                .or(() -> event.days().start().map(start -> {
                    List<Days.Span> past = event.days().between(start, today);
                    return past.isEmpty()
                            ? new Days.Span(start, start.plusDays(event.days().length()))
                            : past.getLast();
                }));
        return new Entry(event, span.map(one -> new Occurrence(event.id(), one.first(), one.last())));
    }

    /** Events themselves, not their times: for calendars, which know of recurrence. */
    public List<Event> listEvents(String municipality, LocalDate since) {
        return all(occurrences.listTold(municipality, since));
    }

    private List<Event> all(List<Long> ids) {
        var known = new HashMap<Long, Event>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            known.putAll(events(ids.subList(i, Math.min(ids.size(), i + AT_ONCE))));
        }
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }

    public boolean isAnyToCome(String municipality, LocalDate today) {
        return schedules.get(municipality).isAnyToCome(today.toEpochDay());
    }

    public Optional<Picture> findPicture(long id) {
        return events.find(id).filter(event -> event.state().isTold()).flatMap(event -> events.findPicture(id));
    }

    public Changed lastChange() {
        return occurrences.lastChange();
    }

    /** The last change of what residents are told. */
    public record Changed(long number, Instant at) {}

    /** An event at one of its times. */
    public record Occurrence(long event, LocalDate first, LocalDate last) {}

    /**
     * Which times are looked for.
     *
     * @param areas ids, whose events come first
     * @param near ids, whose events come next; then those of the whole municipality, then the others
     * @param free only what costs nothing
     */
    public record Query(
            String municipality,
            List<String> areas,
            List<String> near,
            LocalDate from,
            LocalDate to,
            boolean free,
            Optional<Audience> audience,
            int most) {}
}
