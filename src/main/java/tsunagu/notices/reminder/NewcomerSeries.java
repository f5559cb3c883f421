package tsunagu.notices.reminder;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.conversation.Announcements;
import tsunagu.message.Message;
import tsunagu.notices.outbox.Outbox;
import tsunagu.notices.outbox.Outgoing;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/** Three messages in the first month after a resident has asked for them, each at their hour. */
@Singleton
class NewcomerSeries {
    /** Days after the wish on which each message is due. */
    private static final List<Integer> DAYS = List.of(1, 10, 25);
    /** A message that could not be sent for so long is left out. */
    private static final int LATEST = 5;

    private static final Duration KEPT = Duration.ofDays(60);

    private final Municipalities municipalities;
    private final Subscriptions subscriptions;
    private final Announcements announcements;
    private final Outbox outbox;
    private final ToldRepository told;
    private final SqlRepository sql;
    private final Telling telling;

    NewcomerSeries(
            Municipalities municipalities,
            Subscriptions subscriptions,
            Announcements announcements,
            Outbox outbox,
            ToldRepository told,
            SqlRepository sql,
            Telling telling) {
        this.municipalities = municipalities;
        this.subscriptions = subscriptions;
        this.announcements = announcements;
        this.outbox = outbox;
        this.told = told;
        this.sql = sql;
        this.telling = telling;
    }

    /** How many residents are told something. */
    int tell() {
        if (!telling.isDaytime()) return 0;
        return municipalities.listMunicipalities().stream()
                .flatMap(one -> subscriptions.listFor(one.id(), Subject.NEWCOMER, Set.of()).stream())
                .filter(telling::isDue)
                .filter(one -> step(one).isPresent())
                .collect(Collectors.groupingBy(one -> step(one).orElseThrow()))
                .entrySet()
                .stream()
                .mapToInt(due -> tell(due.getKey(), due.getValue()))
                .sum();
    }

    private Optional<Integer> step(Subscriber one) {
        if (one.newcomerSince().isEmpty() || one.newcomerArea().isEmpty()) return Optional.empty();
        LocalDate since = telling.dayOf(one.newcomerSince().get());
        long day = ChronoUnit.DAYS.between(since, telling.here().toLocalDate());
        for (int i = 0; i < DAYS.size(); i++) {
            if (day >= DAYS.get(i) && day < DAYS.get(i) + LATEST) return Optional.of(i + 1);
        }
        return Optional.empty();
    }

    private int tell(int step, List<Subscriber> due) {
        Set<Long> done = told.listSubscribers(matter(step));
        Map<String, List<Subscriber>> byArea = due.stream()
                .filter(one -> !done.contains(one.id()))
                .collect(Collectors.groupingBy(one -> one.newcomerArea().orElseThrow()));
        return byArea.entrySet().stream()
                .mapToInt(group -> tell(step, AreaId.parse(group.getKey()), group.getValue()))
                .sum();
    }

    private static String matter(int step) {
        return "newcomer:" + step;
    }

    private int tell(int step, AreaId area, List<Subscriber> group) {
        Optional<List<Message>> japanese = announcements.newcomer(step, area, Language.JAPANESE);
        if (japanese.isEmpty()) return 0;
        var outgoing = new Outgoing(
                "newcomer:" + step + ":" + area + ":" + Telling.print(japanese.get()),
                Outgoing.Kind.NEWCOMER,
                area.municipality(),
                Telling.words(
                        group,
                        language -> announcements.newcomer(step, area, language).orElse(japanese.get())),
                telling.now(),
                telling.now().plus(Duration.ofDays(LATEST)));
        return sql.inOneTransaction(() -> {
            Instant now = telling.now();
            var claimed = new ArrayList<Subscriber>();
            for (Subscriber one : group) if (told.claim(one.id(), matter(step), now, now.plus(KEPT))) claimed.add(one);
            return claimed.isEmpty() ? 0 : outbox.put(outgoing, claimed).added();
        });
    }
}
