package tsunagu.events.calendar;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Days;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;

/** Events as an iCalendar; those whose days are not decided are left out. The same events give the same text. */
@Singleton
public class Calendars {
    /** What phones ask for, and are given. */
    public static final String TYPE = "text/calendar;charset=utf-8";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final ZoneId zone;
    private final Optional<String> address;

    Calendars(Clock clock, @io.micronaut.context.annotation.Value("${tsunagu.address:}") String address) {
        zone = clock.getZone();
        this.address = Optional.of(address).filter(set -> !set.isEmpty());
    }

    public String write(String name, List<Event> events) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Tsunagu//events//JA"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", zone.getId()));
        calendar.add(TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(zone.getId())
                .getVTimeZone());
        events.stream().filter(event -> event.days().isDecided()).forEach(event -> calendar.add(component(event)));
        return calendar.toString();
    }

    private VEvent component(Event event) {
        Content content = event.content();
        Days days = event.days();
        LocalDate start = days.start().orElseThrow();
        Optional<LocalTime> from = content.time(Field.FROM);
        VEvent component = from.map(time -> timed(event, start, time))
                .orElseGet(() -> new VEvent(start, start.plusDays(days.length() + 1L), event.title()));
        component.add(new Uid("event-" + event.id() + "." + event.municipality() + "@tsunagu"));
        component.getProperty("DTSTAMP").ifPresent(component::remove);
        component.add(new DtStamp(event.editedAt()));
        component.add(new LastModified(event.editedAt()));
        component.add(new Status(event.state() == State.CANCELLED ? "CANCELLED" : "CONFIRMED"));
        text(content, " ", Field.PLACE, Field.BUILDING, Field.ADDRESS)
                .map(Location::new)
                .ifPresent(component::add);
        description(event).map(Description::new).ifPresent(component::add);
        days.rule()
                .ifPresent(rule -> component.add(
                        from.isPresent()
                                ? new RRule<ZonedDateTime>(rule(rule, days, true))
                                : new RRule<LocalDate>(rule(rule, days, false))));
        if (!days.except().isEmpty()) component.add(except(days, from));
        return component;
    }

    private VEvent timed(Event event, LocalDate start, LocalTime from) {
        LocalDate last = start.plusDays(event.days().length());
        LocalTime to = event.content().time(Field.TO).orElse(from.plusHours(1));
        ZonedDateTime begin = start.atTime(from).atZone(zone);
        ZonedDateTime end = last.atTime(to).atZone(zone);
        return new VEvent(begin, end.isAfter(begin) ? end : begin.plusHours(1), event.title());
    }

    private String rule(String rule, Days days, boolean timed) {
        if (days.until().isEmpty() || rule.contains("UNTIL=") || rule.contains("COUNT=")) return rule;
        LocalDate last = days.until().get();
        return rule + ";UNTIL="
                + (timed
                        ? MOMENT.format(last.atTime(23, 59, 59).atZone(zone).withZoneSameInstant(ZoneOffset.UTC))
                        : DAY.format(last));
    }

    /** In the zone's time, as the start is: without its zone another program takes it for another moment. */
    private ExDate<?> except(Days days, Optional<LocalTime> from) {
        List<LocalDate> skipped = days.except().stream().sorted().toList();
        if (from.isEmpty()) return new ExDate<>(new ParameterList(List.of(Value.DATE)), new DateList<>(skipped));
        List<LocalDateTime> moments =
                skipped.stream().map(day -> day.atTime(from.get())).toList();
        return new ExDate<>(new ParameterList(List.of(new TzId(zone.getId()))), new DateList<>(moments));
    }

    private Optional<String> description(Event event) {
        Content content = event.content();
        Optional<String> told = text(content, "\n", Field.SUMMARY, Field.DESCRIPTION, Field.DATE_NOTE);
        String more = Stream.of(
                        Field.AUDIENCE, Field.FEE, Field.APPLY, Field.RAIN, Field.CONTACT, Field.TELEPHONE, Field.URL)
                .filter(field -> !content.text(field).isEmpty())
                .map(field -> field.label() + "：" + content.text(field))
                .collect(Collectors.joining("\n"));
        String page = address.map(base -> base + "/events/e/" + event.id()).orElse("");
        return Optional.of(Stream.of(told.orElse(""), more, page)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> text(Content content, String between, Field... fields) {
        String all = Stream.of(fields)
                .map(content::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between));
        return Optional.of(all).filter(text -> !text.isEmpty());
    }
}
