package tsunagu.events.calendar;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;

/** An event as schema.org describes one, for search engines; fit to stand in a script element of a page. */
@Singleton
public class Structured {
    private final ObjectMapper json;
    private final ZoneId zone;

    Structured(ObjectMapper json, Clock clock) {
        this.json = json;
        zone = clock.getZone();
    }

    /** @param first the day of the time that is shown; empty where none is decided, and then nothing is said of it */
    public String of(Event event, Optional<LocalDate> first) {
        Content content = event.content();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@context", "https://schema.org");
        all.put("@type", "Event");
        all.put("name", event.title());
        first.ifPresent(day -> {
            all.put("startDate", moment(content, day, Field.FROM));
            LocalDate last = day.plusDays(event.days().length());
            all.put("endDate", moment(content, last, Field.TO));
        });
        all.put(
                "eventStatus",
                "https://schema.org/" + (event.state() == State.CANCELLED ? "EventCancelled" : "EventScheduled"));
        all.put("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("@type", "Place");
        content.find(Field.PLACE).ifPresent(text -> place.put("name", text));
        content.find(Field.ADDRESS).ifPresent(text -> place.put("address", text));
        if (place.size() > 1) all.put("location", place);
        content.find(Field.SUMMARY)
                .or(() -> content.find(Field.DESCRIPTION))
                .ifPresent(text -> all.put("description", text));
        if (content.isFree()) all.put("isAccessibleForFree", true);
        content.find(Field.ORGANIZER)
                .ifPresent(text -> all.put("organizer", Map.of("@type", "Organization", "name", text)));
        content.find(Field.URL).ifPresent(text -> all.put("url", text));
        try {
            // No text of ours may end the element it stands in.
            return json.writeValueAsString(Argument.mapOf(String.class, Object.class), all)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String moment(Content content, LocalDate day, Field time) {
        return content.time(time)
                .map(at -> day.atTime(at).atZone(zone).toOffsetDateTime().toString())
                .orElseGet(day::toString);
    }
}
