package tsunagu.events;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.events.entry.Audience;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Repeats;
import tsunagu.events.store.Programme;
import tsunagu.events.store.Programme.Occurrence;
import tsunagu.events.store.Programme.Query;

/**
 * What is on, for the dialogue: only what staff have published, and nothing that is over. Cancelled events are among
 * them, as cancelled.
 */
@Singleton
public class WhatsOn {
    /** Looked through first for what comes next, as nearly always there is something. */
    private static final int SOON_DAYS = 31;

    private static final int FAR_DAYS = 400;

    private final Programme programme;
    private final Municipalities municipalities;
    private final Clock clock;

    WhatsOn(Programme programme, Municipalities municipalities, Clock clock) {
        this.programme = programme;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** Whether anything to come has been entered at all. */
    public boolean isAnyToCome(MunicipalityId municipality) {
        return programme.isAnyToCome(municipality.value(), today());
    }

    /**
     * The next time of each event that fits, at most so many: those of the areas wished for, then those of areas that
     * border on them, then those of the whole municipality, then the others; each by day. Days that have passed are
     * left out.
     */
    public List<Happening> listComing(Wish wish, int most) {
        LocalDate today = today();
        LocalDate from = wish.when()
                .map(days -> days.from())
                .filter(day -> day.isAfter(today))
                .orElse(today);
        Optional<LocalDate> to = wish.when().flatMap(days -> days.to());
        if (to.filter(today::isAfter).isPresent()) return List.of();
        if (to.isPresent()) return list(wish, from, to.get(), most);
        List<Happening> soon = list(wish, from, from.plusDays(SOON_DAYS), most);
        return soon.size() >= most ? soon : list(wish, from, from.plusDays(FAR_DAYS), most);
    }

    private List<Happening> list(Wish wish, LocalDate from, LocalDate to, int most) {
        var query = new Query(
                wish.municipality().value(),
                wish.areas().stream().map(AreaId::toString).toList(),
                wish.areas().stream()
                        .flatMap(area -> municipalities.listNeighbours(area).stream())
                        .map(AreaId::toString)
                        .distinct()
                        .toList(),
                from,
                to,
                wish.free(),
                wish.forWhom().map(whom -> Audience.valueOf(whom.name())),
                // Some of today's may be over.
                most + 10);
        return programme.list(query).stream()
                .map(this::happening)
                .filter(happening -> !isOver(happening))
                .limit(most)
                .toList();
    }

    /**
     * Those to come whose name holds all of these words, soonest first; those without a day last.
     *
     * @param words each with all the ways to write it
     */
    public List<Happening> listNamed(MunicipalityId municipality, List<List<String>> words, int most) {
        return programme.listNamed(municipality.value(), words, today(), most).stream()
                .map(this::happening)
                .toList();
    }

    /**
     * Those to come that are called by their whole name in these words, longer names first.
     *
     * @param shortest names of fewer letters are not looked for
     */
    public List<Happening> listTitled(MunicipalityId municipality, String words, int shortest, int most) {
        return programme.listTitled(municipality.value(), words, shortest, today(), most).stream()
                .map(this::happening)
                .toList();
    }

    /** Those to come whose name holds all of these words, soonest first. */
    public List<Happening> listTitledWith(MunicipalityId municipality, List<String> words, int most) {
        return programme.listTitledWith(municipality.value(), words, today(), most).stream()
                .map(this::happening)
                .toList();
    }

    /** An event with its next time; empty where residents are not, or no longer, told of it. */
    public Optional<Happening> find(long event) {
        return programme.find(event, today()).map(this::happening);
    }

    /** Whether it has ended. */
    public boolean isOver(Happening happening) {
        return happening.when().filter(when -> isOver(when)).isPresent();
    }

    private boolean isOver(Happening.When when) {
        LocalDate today = today();
        if (!when.last().equals(today)) return when.last().isBefore(today);
        return when.to().filter(LocalTime.now(clock)::isAfter).isPresent();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Happening happening(Programme.Entry entry) {
        return happening(entry.event(), entry.at(), clock.getZone());
    }

    static Happening happening(Event event, Optional<Occurrence> at, ZoneId zone) {
        Content content = event.content();
        return new Happening(
                event.id(),
                new MunicipalityId(event.municipality()),
                content.list(Field.AREAS).stream().map(AreaId::parse).toList(),
                at.map(time -> new Happening.When(
                        time.first(), time.last(), content.time(Field.FROM), content.time(Field.TO))),
                event.title(),
                told(content),
                event.state() == State.CANCELLED,
                LocalDate.ofInstant(event.editedAt(), zone));
    }

    private static Happening.Told told(Content content) {
        return new Happening.Told(
                content.text(Field.ENGLISH),
                content.text(Field.SUMMARY),
                content.text(Field.DESCRIPTION),
                content.text(Field.DATE_NOTE),
                Optional.of(content.text(Field.REPEAT))
                        .filter(rule -> rule.startsWith("FREQ="))
                        .map(Repeats::words)
                        .orElse(""),
                joined(content, Field.PLACE, Field.BUILDING),
                address(content),
                content.find(Field.LATITUDE)
                        .map(north -> north + "," + content.text(Field.LONGITUDE))
                        .orElse(""),
                content.find(Field.FEE).orElseGet(() -> content.isFree() ? "無料" : content.text(Field.FEE_NOTE)),
                content.text(Field.AUDIENCE),
                apply(content),
                content.find(Field.CONTACT).orElseGet(() -> content.text(Field.ORGANIZER)),
                content.text(Field.TELEPHONE),
                content.text(Field.RAIN),
                content.text(Field.URL),
                content.text(Field.SOURCE));
    }

    private static String address(Content content) {
        return content.find(Field.ADDRESS).orElseGet(() -> joined(content, Field.PREFECTURE, Field.CITY));
    }

    private static String apply(Content content) {
        String until = content.find(Field.APPLY_UNTIL).map(day -> "締切 " + day).orElse("");
        return Stream.of(
                        content.text(Field.APPLY),
                        until,
                        content.find(Field.CAPACITY).map(many -> "定員 " + many).orElse(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("、"));
    }

    private static String joined(Content content, Field... fields) {
        return Stream.of(fields)
                .map(content::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
