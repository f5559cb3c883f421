package tsunagu.events.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Picture;
import tsunagu.events.entry.Step;
import tsunagu.events.store.EventRepository.Hand;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/**
 * All changes of events by staff, each written into the trail and, where residents are told of the event, into the days
 * they are answered from. Whoever may write writes drafts; what residents see is changed by whoever may publish.
 */
@Singleton
public class Events {
    /** How far back and ahead days are written down. */
    static final int DAYS_BACK = 31;

    static final int DAYS_AHEAD = 400;

    private final EventRepository events;
    private final OccurrenceRepository occurrences;
    private final SqlRepository sql;
    private final AuditTrail trail;
    private final Clock clock;

    Events(EventRepository events, OccurrenceRepository occurrences, SqlRepository sql, AuditTrail trail, Clock clock) {
        this.events = events;
        this.occurrences = occurrences;
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<Event> find(long id, Member member) {
        return events.find(id).filter(event -> member.worksFor(event.municipality()));
    }

    /** Of any municipality; empty where there is no such event. */
    public Optional<State> findState(long id) {
        return events.find(id).map(Event::state);
    }

    public List<Event> listLines(Filter filter) {
        return events.listLines(filter, today());
    }

    public long count(Filter filter) {
        return events.count(filter, today());
    }

    /** All of a municipality, in the order they were made. */
    public List<Event> listAll(String municipality) {
        return events.listAll(municipality);
    }

    /** Of the national standard's ID. */
    public Optional<Event> findByExternal(String municipality, String id) {
        return events.findByExternal(municipality, id);
    }

    /** A new draft. */
    public Outcome create(String municipality, Content content, Member by, String note) {
        Optional<Event> same = content.find(Field.ID).flatMap(id -> events.findByExternal(municipality, id));
        if (same.isPresent()) return new Outcome.SameId(same.get());
        long id = events.insert(municipality, content, State.DRAFT, false, hand(by));
        Event event = events.find(id).orElseThrow();
        trail.record(by, Optional.of(municipality), "行事を作成", event.title(), note);
        return new Outcome.Done(event);
    }

    /** Saves upon what the member has seen. */
    public Outcome save(Event seen, Content content, Member by, String note) {
        if (seen.state().isTold() && !by.may(Role.APPROVER)) return new Outcome.NotAllowed(seen);
        Content whole = content.find(Field.ID).isPresent()
                ? content
                : content.with(Field.ID, seen.content().text(Field.ID));
        Optional<Event> same = events.findByExternal(seen.municipality(), whole.text(Field.ID))
                .filter(other -> other.id() != seen.id());
        if (same.isPresent()) return new Outcome.SameId(same.get());
        return change(seen, whole, seen.state(), by, "行事を変更", note);
    }

    public Outcome take(Step step, Event seen, Member by) {
        if (!step.isAllowedFrom(seen.state()) || !by.may(Role.APPROVER)) return new Outcome.NotAllowed(seen);
        return change(seen, seen.content(), step.to(), by, step.trail(), "");
    }

    private Outcome change(Event seen, Content content, State state, Member by, String action, String note) {
        return sql.inOneTransaction(() -> {
            if (!events.save(seen, content, state, seen.sample(), hand(by))) {
                return new Outcome.Conflict(events.find(seen.id()).orElse(seen));
            }
            Event event = events.find(seen.id()).orElseThrow();
            if (seen.state().isTold() || state.isTold()) tell(event);
            trail.record(by, Optional.of(event.municipality()), action, event.title(), note);
            return new Outcome.Done(event);
        });
    }

    /** Only a draft: what residents have seen is withdrawn, and stays. */
    public boolean delete(Event seen, Member by) {
        if (seen.state() != State.DRAFT || !by.may(Role.EDITOR)) return false;
        trail.record(by, Optional.of(seen.municipality()), "行事の下書きを削除", seen.title(), "");
        return events.delete(seen.id());
    }

    public void savePicture(Event event, Picture picture, Member by) {
        events.savePicture(event.id(), picture.type(), picture.bytes());
        occurrences.changed(clock.instant());
        trail.record(by, Optional.of(event.municipality()), "行事の画像を変更", event.title(), "");
    }

    public void deletePicture(Event event, Member by) {
        events.deletePicture(event.id());
        occurrences.changed(clock.instant());
        trail.record(by, Optional.of(event.municipality()), "行事の画像を削除", event.title(), "");
    }

    /** Whoever may not see the event may not see its picture. */
    public Optional<Picture> findPicture(Event event) {
        return events.findPicture(event.id());
    }

    /** Events made up to show how it looks: published at once, changed by their ID, never in place of a real one. */
    public int loadSamples(String municipality, List<Content> samples) {
        int loaded = 0;
        for (Content content : samples) {
            Optional<Event> known = events.findByExternal(municipality, content.text(Field.ID));
            if (known.filter(event -> !event.sample()).isPresent()) continue;
            var hand = new Hand(Optional.empty(), "見本", clock.instant());
            long id = known.map(event -> {
                        events.save(event, content, State.PUBLISHED, true, hand);
                        return event.id();
                    })
                    .orElseGet(() -> events.insert(municipality, content, State.PUBLISHED, true, hand));
            tell(events.find(id).orElseThrow());
            loaded++;
        }
        return loaded;
    }

    /** All of them, of all municipalities. */
    public int removeSamples() {
        List<Event> samples = events.listSamples();
        samples.forEach(event -> events.delete(event.id()));
        occurrences.changed(clock.instant());
        return samples.size();
    }

    private void tell(Event event) {
        occurrences.rewrite(event, today().minusDays(DAYS_BACK), today().plusDays(DAYS_AHEAD));
        occurrences.changed(clock.instant());
    }

    /** Days that have come within a year's reach are written down, those long past struck off. */
    void goOn() {
        int struck = occurrences.deleteBefore(today().minusDays(DAYS_BACK));
        List<Event> further = occurrences.listWrittenBefore(today().plusDays(DAYS_AHEAD - DAYS_BACK)).stream()
                .flatMap(id -> events.find(id).stream())
                .toList();
        further.forEach(
                event -> occurrences.rewrite(event, today().minusDays(DAYS_BACK), today().plusDays(DAYS_AHEAD)));
        if (struck > 0 || !further.isEmpty()) occurrences.changed(clock.instant());
    }

    private Hand hand(Member by) {
        return new Hand(Optional.of(by.id()), by.name(), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Which events a list shows.
     *
     * @param words each must be found, in any order
     * @param page from 0
     */
    public record Filter(
            Optional<String> municipality, Optional<Event.State> state, Time time, String words, int page) {
        /** Events on a page. */
        public static final int PAGE = 50;

        /** When they take place, seen from today. */
        public enum Time {
            COMING("これから"),
            PAST("終わったもの"),
            ALL("すべて");

            private final String label;

            Time(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }

            public String key() {
                return name().toLowerCase(Locale.ROOT);
            }

            /** Those to come where nothing else is asked for. */
            public static Time of(String key) {
                for (Time time : values()) if (time.key().equals(key)) return time;
                return COMING;
            }
        }
    }

    /** What became of a change. */
    public sealed interface Outcome {

        /** Done; the event as it is now. */
        record Done(Event event) implements Outcome {}

        /** Somebody else has changed it meanwhile; nothing was saved. */
        record Conflict(Event theirs) implements Outcome {}

        /** The event's state or the member's role does not allow it. */
        record NotAllowed(Event event) implements Outcome {}

        /** Another event has this ID. */
        record SameId(Event event) implements Outcome {}
    }
}
