package tsunagu.events.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.events.entry.Audience;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Days;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.store.Programme.Changed;
import tsunagu.sql.SqlRepository;
import tsunagu.text.Folding;

/** The days told events take place on, written down a year ahead. */
@Singleton
class OccurrenceRepository {
    private static final Pattern BESIDE_THE_NAME = Pattern.compile("【[^】]*】|（[^）]*）|\\([^)]*\\)|第[0-9０-９一二三四五六七八九十]+回");

    private final SqlRepository sql;

    OccurrenceRepository(SqlRepository sql) {
        this.sql = sql;
    }

    /** In place of what was written of it before. */
    void rewrite(Event event, LocalDate from, LocalDate until) {
        sql.inOneTransaction(() -> {
            sql.update("delete from event_occurrence where event = ?", event.id());
            boolean told = event.state().isTold() && event.days().isDecided();
            if (told) event.days().between(from, until).forEach(span -> insert(event, span));
            boolean more = told
                    && event.days().last().filter(last -> !last.isAfter(until)).isEmpty();
            return sql.update("update event_entry set written_until = ? where id = ?", more ? until : null, event.id());
        });
    }

    private void insert(Event event, Days.Span span) {
        Content content = event.content();
        List<String> areas = content.list(Field.AREAS);
        sql.update(
                """
                insert into event_occurrence (event, first_day, last_day, municipality, areas, audience, free,
                    from_time, several_days)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                event.id(),
                span.first(),
                span.last(),
                event.municipality(),
                areas.isEmpty() ? "" : "|" + String.join("|", areas) + "|",
                Audience.of(content).stream().map(Audience::mark).collect(Collectors.joining()),
                content.isFree(),
                content.text(Field.FROM),
                !span.first().equals(span.last()));
    }

    /** Told events without an end in what is written. */
    List<Long> listWrittenBefore(LocalDate day) {
        return sql.list(row -> row.getLong(1), "select id from event_entry where written_until < ?", day);
    }

    int deleteBefore(LocalDate day) {
        return sql.update("delete from event_occurrence where last_day < ?", day);
    }

    /** Those that have an event, told or not. */
    List<String> listMunicipalities() {
        return sql.list(row -> row.getString(1), "select distinct municipality from event_entry order by 1");
    }

    /** All that is told of a municipality, at one change. */
    Schedule readSchedule(String municipality) {
        return sql.inOneTransaction(() -> {
            // First, so that what changes meanwhile makes it out of date.
            long number = lastChange().number();
            return new Schedule(number, names(municipality), times(municipality));
        });
    }

    private List<Schedule.Named> names(String municipality) {
        return sql.list(
                row -> new Schedule.Named(
                        row.getLong("id"),
                        SqlRepository.day(row, "last_day")
                                .map(LocalDate::toEpochDay)
                                .orElse(Long.MAX_VALUE),
                        folded(row.getString("title")),
                        row.getString("folded")),
                "select id, last_day, title, folded from event_entry where municipality = ?"
                        + " and state in ('published', 'cancelled') order by first_day nulls last, id",
                municipality);
    }

    /** 「第3回【雨天中止】どろんこ相撲大会」 is called どろんこ相撲大会. */
    private static String folded(String title) {
        return Folding.name(BESIDE_THE_NAME.matcher(title).replaceAll(""));
    }

    private List<Schedule.Time> times(String municipality) {
        var areas = new HashMap<String, Schedule.Areas>();
        var same = new HashMap<String, String>();
        return sql.list(
                row -> new Schedule.Time(
                        row.getLong("event"),
                        row.getObject("first_day", LocalDate.class).toEpochDay(),
                        row.getObject("last_day", LocalDate.class).toEpochDay(),
                        areas.computeIfAbsent(row.getString("areas"), ids -> areas(areas.size(), ids)),
                        same.computeIfAbsent(row.getString("audience"), words -> words),
                        row.getBoolean("free"),
                        same.computeIfAbsent(row.getString("from_time"), words -> words),
                        row.getInt("times") > 1),
                """
                select o.event, o.first_day, o.last_day, o.areas, o.audience, o.free, o.from_time, t.times
                from event_occurrence o
                join (select event, count(*) as times from event_occurrence where municipality = ? group by event) t
                    on t.event = o.event
                where o.municipality = ? order by o.first_day, o.from_time, o.event\
                """,
                municipality,
                municipality);
    }

    private static Schedule.Areas areas(int index, String ids) {
        return new Schedule.Areas(
                index, Stream.of(ids.split("\\|")).filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Told events that may take place within these days. */
    List<Long> listWithin(String municipality, LocalDate from, LocalDate to) {
        return sql.list(
                row -> row.getLong(1),
                "select id from event_entry where municipality = ? and state in ('published', 'cancelled')"
                        + " and first_day <= ? and (last_day is null or last_day >= ?) order by id",
                municipality,
                to,
                from);
    }

    List<Long> listTold(String municipality, LocalDate since) {
        return sql.list(
                row -> row.getLong(1),
                "select id from event_entry where municipality = ? and state in ('published', 'cancelled')"
                        + " and (last_day is null or last_day >= ?) order by first_day nulls last, id",
                municipality,
                since);
    }

    void changed(Instant at) {
        sql.update("update event_revision set number = number + 1, changed_at = ? where id = 1", at);
    }

    Changed lastChange() {
        return sql.find(
                        row -> new Changed(
                                row.getLong("number"),
                                SqlRepository.instant(row, "changed_at").orElseThrow()),
                        "select number, changed_at from event_revision where id = 1")
                .orElseThrow();
    }
}
