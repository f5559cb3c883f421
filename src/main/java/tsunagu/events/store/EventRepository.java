package tsunagu.events.store;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Days;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Picture;
import tsunagu.events.store.Events.Filter;
import tsunagu.sql.SqlRepository;
import tsunagu.text.Folding;

/** Events as rows. A change names the revision it was made upon and fails on any other. */
@Singleton
class EventRepository {
    private static final int LONGEST_FOLDED = 6000;
    private static final String ENTRY =
            "select e.*, (select count(*) from event_picture p where p.event = e.id) as pictures from event_entry e";
    private static final Argument<Map<String, String>> TEXTS = Argument.mapOf(String.class, String.class);

    private final SqlRepository sql;
    private final ObjectMapper json;

    EventRepository(SqlRepository sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Who writes, and when.
     *
     * @param id empty for what no member of staff did
     */
    record Hand(Optional<UUID> id, String name, Instant at) {}

    Optional<Event> find(long id) {
        return sql.find(this::event, ENTRY + " where e.id = ?", id);
    }

    List<Event> list(List<Long> ids) {
        if (ids.isEmpty()) return List.of();
        String marks = ids.stream().map(any -> "?").collect(Collectors.joining(", "));
        return sql.list(this::event, ENTRY + " where e.id in (" + marks + ")", ids.toArray());
    }

    Optional<Event> findByExternal(String municipality, String external) {
        return sql.find(this::event, ENTRY + " where e.municipality = ? and e.external_id = ?", municipality, external);
    }

    List<Event> listAll(String municipality) {
        return sql.list(this::event, ENTRY + " where e.municipality = ? order by e.id", municipality);
    }

    List<Event> listSamples() {
        return sql.list(this::event, ENTRY + " where e.sample = true order by e.id");
    }

    /** @return the new event's id */
    long insert(String municipality, Content content, State state, boolean sample, Hand hand) {
        return sql.inOneTransaction(() -> {
            String external =
                    content.find(Field.ID).orElseGet(() -> UUID.randomUUID().toString());
            Days days = Days.of(content);
            long id = sql.insert(
                    """
                    insert into event_entry (municipality, external_id, state, revision, title, folded, first_day,
                        last_day, content, sample, edited_by, edited_name, edited_at)
                    values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    municipality,
                    external,
                    state.key(),
                    content.text(Field.TITLE),
                    folded(content),
                    days.start(),
                    days.last(),
                    write(content),
                    sample,
                    hand.id(),
                    hand.name(),
                    hand.at());
            if (content.find(Field.ID).isPresent()) return id;
            sql.update(
                    "update event_entry set external_id = ?, content = ? where id = ?",
                    own(id),
                    write(content.with(Field.ID, own(id))),
                    id);
            return id;
        });
    }

    /** The ID of an event that staff wrote here. */
    private static String own(long id) {
        return "T%06d".formatted(id);
    }

    boolean save(Event seen, Content content, State state, boolean sample, Hand hand) {
        Days days = Days.of(content);
        return sql.update(
                        """
                        update event_entry set state = ?, revision = revision + 1, title = ?, folded = ?,
                            first_day = ?, last_day = ?, content = ?, sample = ?, external_id = ?,
                            edited_by = ?, edited_name = ?, edited_at = ?
                        where id = ? and revision = ?\
                        """,
                        state.key(),
                        content.text(Field.TITLE),
                        folded(content),
                        days.start(),
                        days.last(),
                        write(content),
                        sample,
                        content.text(Field.ID),
                        hand.id(),
                        hand.name(),
                        hand.at(),
                        seen.id(),
                        seen.revision())
                == 1;
    }

    boolean delete(long id) {
        return sql.update("delete from event_entry where id = ?", id) == 1;
    }

    List<Event> listLines(Filter filter, LocalDate today) {
        var values = new ArrayList<Object>();
        String where = where(filter, today, values);
        String order = filter.time() == Filter.Time.PAST
                ? " order by e.last_day desc, e.id desc"
                : " order by e.first_day nulls last, e.id";
        values.add(Filter.PAGE);
        values.add(filter.page() * Filter.PAGE);
        return sql.list(this::event, ENTRY + where + order + " limit ? offset ?", values.toArray());
    }

    long count(Filter filter, LocalDate today) {
        var values = new ArrayList<Object>();
        String where = where(filter, today, values);
        return sql.find(row -> row.getLong(1), "select count(*) from event_entry e" + where, values.toArray())
                .orElseThrow();
    }

    private static String where(Filter filter, LocalDate today, List<Object> values) {
        var parts = new ArrayList<String>();
        parts.add("1 = 1");
        filter.municipality().ifPresent(id -> {
            parts.add("e.municipality = ?");
            values.add(id);
        });
        filter.state().ifPresent(state -> {
            parts.add("e.state = ?");
            values.add(state.key());
        });
        switch (filter.time()) {
            case COMING -> {
                parts.add("(e.last_day is null or e.last_day >= ?)");
                values.add(today);
            }
            case PAST -> {
                parts.add("e.last_day < ?");
                values.add(today);
            }
            case ALL -> {}
        }
        Stream.of(filter.words().split("[\\s\u3000]+"))
                .map(Folding::name)
                .filter(word -> !word.isEmpty())
                .limit(5)
                .forEach(word -> {
                    parts.add("e.folded like ? escape '!'");
                    values.add(SqlText.within(word));
                });
        return " where " + String.join(" and ", parts);
    }

    void savePicture(long event, String type, byte[] bytes) {
        sql.inOneTransaction(() -> {
            deletePicture(event);
            return sql.update("insert into event_picture (event, type, bytes) values (?, ?, ?)", event, type, bytes);
        });
    }

    void deletePicture(long event) {
        sql.update("delete from event_picture where event = ?", event);
    }

    Optional<Picture> findPicture(long event) {
        return sql.find(
                row -> new Picture(row.getString("type"), row.getBytes("bytes")),
                "select type, bytes from event_picture where event = ?",
                event);
    }

    private Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getString("municipality"),
                State.findByKey(row.getString("state")).orElseThrow(),
                row.getLong("revision"),
                read(row.getString("content")),
                row.getBoolean("sample"),
                row.getLong("pictures") > 0,
                row.getString("edited_name"),
                SqlRepository.instant(row, "edited_at").orElseThrow());
    }

    private static String folded(Content content) {
        String folded = Folding.name(content.words() + " " + content.text(Field.PLACE));
        return folded.substring(0, Math.min(LONGEST_FOLDED, folded.length()));
    }

    private String write(Content content) {
        var texts = new LinkedHashMap<String, String>();
        content.texts().forEach((field, text) -> texts.put(field.key(), text));
        try {
            return json.writeValueAsString(TEXTS, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content read(String content) {
        try {
            var texts = new EnumMap<Field, String>(Field.class);
            json.readValue(content, TEXTS)
                    .forEach((key, text) -> Field.findByKey(key).ifPresent(field -> texts.put(field, text)));
            return new Content(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
