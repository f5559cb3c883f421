package tsunagu.events;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tsunagu.desk.Choice;
import tsunagu.events.calendar.Calendars;
import tsunagu.events.calendar.Structured;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.page.Month;
import tsunagu.events.page.Places;
import tsunagu.events.page.Places.Place;
import tsunagu.events.store.Programme;
import tsunagu.events.store.Programme.Changed;
import tsunagu.events.store.Programme.Occurrence;
import tsunagu.staff.StaffPages;

/** What is on, for everybody: a month of a municipality or an area, an event, and both as calendars. */
@Controller("/events")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublicController {
    private static final int MOST_ON_A_PAGE = 1000;
    /** Calendars hold what was on lately, too. */
    private static final int DAYS_IN_CALENDAR = 93;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final Programme programme;
    private final Places places;
    private final PublicPages pages;
    private final Calendars calendars;
    private final Structured structured;
    private final Clock clock;
    private final String usual;

    PublicController(
            Programme programme,
            Places places,
            PublicPages pages,
            Calendars calendars,
            Structured structured,
            Clock clock,
            @Value("${tsunagu.municipality}") String usual) {
        this.programme = programme;
        this.places = places;
        this.pages = pages;
        this.calendars = calendars;
        this.structured = structured;
        this.clock = clock;
        this.usual = usual;
    }

    @Get
    HttpResponse<String> here(HttpRequest<?> request) {
        return place(request, usual);
    }

    /** {@code nishitokyo}, {@code nishitokyo-hokutobu}, either with {@code .ics}; {@code all.ics} of where this is. */
    @Get(
            value = "/{name}",
            produces = {StaffPages.HTML, Calendars.TYPE})
    HttpResponse<String> place(HttpRequest<?> request, String name) {
        if (name.endsWith(".ics")) {
            String slug = name.substring(0, name.length() - ".ics".length());
            return places.find(slug.equals("all") ? usual : slug)
                    .<HttpResponse<String>>map(place -> ifChanged(
                            request, Calendars.TYPE, () -> calendars.write(place.name() + "の行事", events(place))))
                    .orElseGet(HttpResponse::notFound);
        }
        return month(request, name, YearMonth.now(clock).toString());
    }

    private List<Event> events(Place place) {
        return programme.listEvents(place.municipality(), today().minusDays(DAYS_IN_CALENDAR)).stream()
                .filter(event -> place.isToldOf(event.content().list(Field.AREAS)))
                .toList();
    }

    /** @param month {@code 2026-12} */
    @Get("/{name}/{month}")
    HttpResponse<String> month(HttpRequest<?> request, String name, String month) {
        Optional<Place> place = places.find(name);
        if (place.isEmpty() || !month.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) return HttpResponse.notFound();
        return ifChanged(
                request,
                StaffPages.HTML,
                () -> pages.render("event/month", Map.of("month", month(place.get(), YearMonth.parse(month)))));
    }

    private Month month(Place place, YearMonth month) {
        var days = new TreeMap<LocalDate, List<Month.Line>>();
        programme.listAll(place.municipality(), month.atDay(1), month.atEndOfMonth()).stream()
                .filter(entry -> place.isToldOf(entry.event().content().list(Field.AREAS)))
                .limit(MOST_ON_A_PAGE)
                .forEach(entry -> {
                    LocalDate first = entry.at().orElseThrow().first();
                    LocalDate shown = first.isBefore(month.atDay(1)) ? month.atDay(1) : first;
                    days.computeIfAbsent(shown, any -> new ArrayList<>()).add(line(entry));
                });
        List<Month.Line> undecided = programme.listEvents(place.municipality(), today()).stream()
                .filter(event -> !event.days().isDecided())
                .filter(event -> place.isToldOf(event.content().list(Field.AREAS)))
                .limit(MOST_ON_A_PAGE)
                .map(event -> line(new Programme.Entry(event, Optional.empty())))
                .toList();
        List<Choice> others = places.listOf(place.municipality()).stream()
                .map(one -> new Choice(one.slug(), one.name()))
                .toList();
        return new Month(place.slug(), place.name(), month, today(), days, undecided, others);
    }

    private Month.Line line(Programme.Entry entry) {
        Happening happening = WhatsOn.happening(entry.event(), entry.at(), clock.getZone());
        String areas = places.listOf(entry.event().municipality()).stream()
                .filter(place -> place.area()
                        .filter(entry.event().content().list(Field.AREAS)::contains)
                        .isPresent())
                .map(Place::name)
                .reduce((one, other) -> one + "、" + other)
                .orElse("");
        return new Month.Line(
                happening.event(),
                happening.title(),
                happening.cancelled(),
                EventTimes.of(happening),
                happening.told().place(),
                areas,
                happening.told().fee());
    }

    @Get(
            value = "/e/{name}",
            produces = {StaffPages.HTML, Calendars.TYPE})
    HttpResponse<String> event(HttpRequest<?> request, String name) {
        boolean calendar = name.endsWith(".ics");
        String id = calendar ? name.substring(0, name.length() - ".ics".length()) : name;
        return find(id).<HttpResponse<String>>map(entry -> calendar
                        ? ifChanged(
                                request,
                                Calendars.TYPE,
                                () -> calendars.write(entry.event().title(), List.of(entry.event())))
                        : ifChanged(request, StaffPages.HTML, () -> page(entry)))
                .orElseGet(HttpResponse::notFound);
    }

    private Optional<Programme.Entry> find(String id) {
        return id.matches("[0-9]{1,18}") ? programme.find(Long.parseLong(id), today()) : Optional.empty();
    }

    private String page(Programme.Entry entry) {
        Happening happening = WhatsOn.happening(entry.event(), entry.at(), clock.getZone());
        Place town = places.listOf(entry.event().municipality()).getFirst();
        return pages.render(
                "event/event",
                Map.of(
                        "happening",
                        happening,
                        "when",
                        EventTimes.of(happening),
                        "line",
                        line(entry),
                        "town",
                        town,
                        "picture",
                        entry.event().picture(),
                        "over",
                        happening
                                .when()
                                .filter(when -> when.last().isBefore(today()))
                                .isPresent(),
                        "json",
                        structured.of(entry.event(), entry.at().map(Occurrence::first))));
    }

    @Get(value = "/e/{id}/picture", produces = MediaType.ALL)
    HttpResponse<byte[]> picture(String id) {
        return find(id).flatMap(entry -> programme.findPicture(entry.event().id()))
                .<HttpResponse<byte[]>>map(picture -> HttpResponse.ok(picture.bytes())
                        .contentType(MediaType.of(picture.type()))
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300"))
                .orElseGet(HttpResponse::notFound);
    }

    /** Nothing is rendered for whoever has it already: all of it changes with the day, or with what staff change. */
    private MutableHttpResponse<String> ifChanged(HttpRequest<?> request, String type, Supplier<String> body) {
        Changed changed = programme.lastChange();
        String tag = "W/\"" + changed.number() + "-" + today() + "\"";
        boolean known =
                request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(sent -> sent.contains(tag));
        MutableHttpResponse<String> response = known
                ? HttpResponse.status(HttpStatus.NOT_MODIFIED)
                : HttpResponse.ok(body.get()).contentType(type);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(changed.at().atOffset(ZoneOffset.UTC)))
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
