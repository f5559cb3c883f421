package tsunagu.notices.notice;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.areas.MunicipalityId;
import tsunagu.line.Multicasts;
import tsunagu.notices.outbox.Outbox;
import tsunagu.notices.outbox.SendingSettings;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/** Whom a notice would reach, when, and at what cost: the dry run. Asks LINE for the quota, and changes nothing. */
@Singleton
public class Plans {
    private final NoticeRepository notices;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Multicasts multicasts;
    private final SendingSettings sending;
    private final NoticeSettings settings;
    private final Clock clock;

    Plans(
            NoticeRepository notices,
            Outbox outbox,
            Subscriptions subscriptions,
            Multicasts multicasts,
            SendingSettings sending,
            NoticeSettings settings,
            Clock clock) {
        this.notices = notices;
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.multicasts = multicasts;
        this.sending = sending;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those it is for, as of now. */
    public List<Subscriber> recipients(String municipality, Content content) {
        return subscriptions.listFor(
                new MunicipalityId(municipality), Subject.AREA_NOTICES, Set.copyOf(content.areas()));
    }

    List<Subscriber> recipients(Notice notice) {
        if (notice.corrects().isEmpty()) return recipients(notice.municipality(), notice.content());
        return notice
                .corrects()
                .flatMap(notices::find)
                .flatMap(Notice::outgoing)
                .map(outbox::listWhoGot)
                .map(subscriptions::list)
                .orElse(List.of())
                .stream()
                .filter(one -> one.subjects().contains(Subject.AREA_NOTICES))
                .toList();
    }

    /** How many it is for, as of now; without asking LINE anything. */
    public int count(Notice notice) {
        return recipients(notice).size();
    }

    public Plan plan(Notice notice) {
        Timing timing = timing(notice.content());
        List<Subscriber> all = recipients(notice);
        int capped = notice.corrects().isPresent() ? 0 : outbox.countCapped(ids(all), timing.start());
        Map<Language, Long> languages =
                all.stream().collect(Collectors.groupingBy(Subscriber::language, TreeMap::new, Collectors.counting()));
        return new Plan(
                timing.start(),
                timing.notAfter(),
                sending.isQuiet(timing.wanted()),
                all.size(),
                capped,
                languages,
                costs(notice.municipality(), all),
                Duration.between(notice.content().sourcedAt(), timing.start()),
                timing.stale());
    }

    private static Collection<Long> ids(List<Subscriber> all) {
        return all.stream().map(Subscriber::id).toList();
    }

    private List<Plan.Cost> costs(String municipality, List<Subscriber> all) {
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(Subscriber::channel, TreeMap::new, Collectors.counting()));
        multicasts.listChannels(municipality).forEach(channel -> counts.putIfAbsent(channel, 0L));
        var costs = new ArrayList<Plan.Cost>();
        counts.forEach((channel, count) -> costs.add(new Plan.Cost(channel, count, multicasts.findQuota(channel))));
        return costs;
    }

    /** @param wanted when it would start if there were no night */
    record Timing(Instant wanted, Instant start, Instant notAfter, boolean stale) {}

    Timing timing(Content content) {
        Instant now = clock.instant();
        Instant wanted = content.scheduledAt().filter(at -> at.isAfter(now)).orElse(now);
        Instant start = sending.nextAllowed(wanted);
        Instant old = content.sourcedAt().plus(settings.staleAfter());
        boolean stale = !start.isBefore(old);
        // Overruled, it has as long as if its source were new.
        return new Timing(wanted, start, stale ? start.plus(settings.staleAfter()) : old, stale);
    }
}
