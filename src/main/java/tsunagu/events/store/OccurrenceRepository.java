package tsunagu.events.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.events.entry.Audience;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Days;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.store.Programme.Changed;
import tsunagu.events.store.Programme.Occurrence;
import tsunagu.events.store.Programme.Query;
import tsunagu.sql.SqlRepository;

/** The days told events take place on, written down so that one look through an index answers a question. */
@Singleton
class OccurrenceRepository {
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

    /** The next time of each event, those of the areas asked for first, then by day and time. */
    List<Occurrence> list(Query query) {
        var values = new ArrayList<Object>();
        String chosen =
                chosen(query, values, "several_days = false and first_day between ? and ?", query.from(), query.to())
                        + " union all "
                        + chosen(
                                query,
                                values,
                                "several_days = true and first_day <= ? and last_day >= ?",
                                query.to(),
                                query.from());
        String rank = "2";
        if (!query.areas().isEmpty()) {
            rank = "case when "
                    + query.areas().stream()
                            .map(any -> "areas like ? escape '!'")
                            .collect(Collectors.joining(" or ")) + " then 0 when areas = '' then 1 else 2 end";
            query.areas().forEach(area -> values.add(SqlText.within("|" + area + "|")));
        }
        values.add(query.from());
        values.add(query.most());
        return sql.list(
                OccurrenceRepository::occurrence,
                "select event, min(first_day) as first_day, min(last_day) as last_day from (" + chosen + ") o"
                        + " group by event, areas, from_time order by " + rank
                        + ", greatest(min(first_day), cast(? as date)), min(first_day) desc, from_time, event limit ?",
                values.toArray());
    }

    private static String chosen(Query query, List<Object> values, String days, LocalDate one, LocalDate other) {
        var where = new StringBuilder(
                "select event, first_day, last_day, areas, from_time from event_occurrence where municipality = ?"
                        + " and ");
        values.add(query.municipality());
        where.append(days);
        values.add(one);
        values.add(other);
        if (query.free()) where.append(" and free = true");
        query.audience().ifPresent(audience -> {
            where.append(" and audience like ?");
            values.add("%" + audience.mark() + "%");
        });
        return where.toString();
    }

    private static Occurrence occurrence(ResultSet row) throws SQLException {
        return new Occurrence(
                row.getLong("event"),
                SqlRepository.day(row, "first_day").orElseThrow(),
                SqlRepository.day(row, "last_day").orElseThrow());
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

    /** Events told whose words hold these, soonest first; those without a day last. */
    List<Long> listNamed(String municipality, List<List<String>> words, LocalDate today, int most) {
        var values = new ArrayList<Object>();
        values.add(municipality);
        values.add(today);
        words.forEach(ways -> ways.forEach(way -> values.add(SqlText.within(way))));
        values.add(most);
        return sql.list(
                row -> row.getLong(1),
                "select id from event_entry where municipality = ? and state in ('published', 'cancelled')"
                        + " and (last_day is null or last_day >= ?)"
                        + words.stream()
                                .map(ways -> ways.stream()
                                        .map(any -> "folded like ? escape '!'")
                                        .collect(Collectors.joining(" or ", " and (", ")")))
                                .collect(Collectors.joining())
                        + " order by first_day nulls last, id limit ?",
                values.toArray());
    }

    List<Long> listTold(String municipality, LocalDate since) {
        return sql.list(
                row -> row.getLong(1),
                "select id from event_entry where municipality = ? and state in ('published', 'cancelled')"
                        + " and (last_day is null or last_day >= ?) order by first_day nulls last, id",
                municipality,
                since);
    }

    boolean isAnyTold(String municipality, LocalDate today) {
        return sql.find(
                        row -> row.getLong(1),
                        "select id from event_entry where municipality = ? and state in ('published', 'cancelled')"
                                + " and (last_day is null or last_day >= ?) limit 1",
                        municipality,
                        today)
                .isPresent();
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
