package tsunagu.notices.reminder;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.Announcements;
import tsunagu.events.Happening;
import tsunagu.events.WhatsOn;
import tsunagu.events.Wish;
import tsunagu.notices.outbox.Outbox;
import tsunagu.notices.outbox.Outgoing;
import tsunagu.notices.reminder.ToldRepository.Known;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.DateRange;

/** What begins tomorrow in the areas a resident has chosen, at their hour; where nothing does, nothing is said. */
@Singleton
class EventReminders {
    static final String EVENT = "event:";
    private static final int MOST_TOLD = 5;
    /** More than any municipality has on one day. */
    private static final int MOST = 500;

    private static final int AT_ONCE = 500;

    private final Municipalities municipalities;
    private final Subscriptions subscriptions;
    private final WhatsOn whatsOn;
    private final Announcements announcements;
    private final Outbox outbox;
    private final ToldRepository told;
    private final SqlRepository sql;
    private final Telling telling;

    EventReminders(
            Municipalities municipalities,
            Subscriptions subscriptions,
            WhatsOn whatsOn,
            Announcements announcements,
            Outbox outbox,
            ToldRepository told,
            SqlRepository sql,
            Telling telling) {
        this.municipalities = municipalities;
        this.subscriptions = subscriptions;
        this.whatsOn = whatsOn;
        this.announcements = announcements;
        this.outbox = outbox;
        this.told = told;
        this.sql = sql;
        this.telling = telling;
    }

    /** Puts what is due into the outbox; how many residents are told something. */
    int remind() {
        if (!telling.isDaytime()) return 0;
        LocalDate tomorrow = telling.here().toLocalDate().plusDays(1);
        return municipalities.listMunicipalities().stream()
                .mapToInt(municipality -> remind(municipality.id(), tomorrow))
                .sum();
    }

    private int remind(MunicipalityId municipality, LocalDate day) {
        List<Subscriber> due = subscriptions.listFor(municipality, Subject.EVENTS, Set.of()).stream()
                .filter(telling::isDue)
                .toList();
        if (due.isEmpty()) return 0;
        Set<Long> done = told.listSubscribers(evening(day));
        Map<Set<String>, List<Subscriber>> byAreas =
                due.stream().filter(one -> !done.contains(one.id())).collect(Collectors.groupingBy(Subscriber::areas));
        if (byAreas.isEmpty()) return 0;
        List<Happening> beginning = listBeginning(municipality, day);
        return byAreas.entrySet().stream()
                .mapToInt(group -> remind(day, of(group.getKey(), beginning), group.getValue()))
                .sum();
    }

    private static String evening(LocalDate day) {
        return "evening:" + day;
    }

    /** What lasts for weeks is told before its first day only. */
    private List<Happening> listBeginning(MunicipalityId municipality, LocalDate day) {
        return listOn(municipality, day).stream()
                .filter(one -> !one.cancelled())
                .filter(one ->
                        one.when().filter(when -> when.first().equals(day)).isPresent())
                .toList();
    }

    List<Happening> listOn(MunicipalityId municipality, LocalDate day) {
        var wish = new Wish(municipality, List.of(), Optional.of(DateRange.of(day)), false, Optional.empty());
        return whatsOn.listComing(wish, MOST);
    }

    /** Those of the areas first, then those for all of the municipality; others only for whoever chose no area. */
    private static List<Happening> of(Set<String> areas, List<Happening> beginning) {
        return beginning.stream()
                .filter(one -> areas.isEmpty() || one.areas().isEmpty() || isIn(areas, one))
                .sorted(Comparator.comparing(one -> !isIn(areas, one)))
                .limit(MOST_TOLD)
                .toList();
    }

    private static boolean isIn(Set<String> areas, Happening one) {
        return one.areas().stream().anyMatch(area -> areas.contains(area.toString()));
    }

    private int remind(LocalDate day, List<Happening> events, List<Subscriber> group) {
        if (events.isEmpty()) return 0;
        MunicipalityId municipality = group.getFirst().municipality();
        String what = Telling.print(events.stream()
                .map(one -> one.event() + print(one))
                .collect(Collectors.joining())
                .concat(new TreeSet<>(group.getFirst().areas()).toString()));
        var outgoing = new Outgoing(
                "event-reminder:" + day + ":" + municipality + ":" + what,
                Outgoing.Kind.REMINDER,
                municipality,
                Telling.words(group, language -> announcements.evening(day, events, language)),
                telling.now(),
                telling.evening());
        int count = 0;
        for (int i = 0; i < group.size(); i += AT_ONCE) {
            List<Subscriber> some = group.subList(i, Math.min(group.size(), i + AT_ONCE));
            count += sql.inOneTransaction(() -> put(outgoing, day, events, some));
        }
        return count;
    }

    private int put(Outgoing outgoing, LocalDate day, List<Happening> events, List<Subscriber> some) {
        Instant now = telling.now();
        Instant over = telling.at(day.plusDays(1), LocalTime.MIDNIGHT);
        var claimed = new ArrayList<Subscriber>();
        for (Subscriber one : some) if (told.claim(one.id(), evening(day), now, over)) claimed.add(one);
        if (claimed.isEmpty()) return 0;
        List<Long> ids = claimed.stream().map(Subscriber::id).toList();
        events.forEach(
                one -> told.add(ids, new Known(EVENT + one.event() + ":" + day, print(one)), now, begins(one, day)));
        return outbox.put(outgoing, claimed).added();
    }

    /** From then on nobody needs to hear that it has changed. */
    private Instant begins(Happening one, LocalDate day) {
        LocalTime time = one.when().flatMap(when -> when.from().or(when::to)).orElse(LocalTime.of(23, 59));
        return telling.at(day, time);
    }

    /** What a resident must know to be there in time: another print is another time or place, or that it is off. */
    static String print(Happening one) {
        return Telling.print(
                one.cancelled(),
                one.when(),
                one.told().dateNote(),
                one.told().place(),
                one.told().address());
    }
}
