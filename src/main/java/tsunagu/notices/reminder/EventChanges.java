package tsunagu.notices.reminder;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.conversation.Announcements;
import tsunagu.events.Happening;
import tsunagu.events.WhatsOn;
import tsunagu.message.Message;
import tsunagu.notices.outbox.Outbox;
import tsunagu.notices.outbox.Outgoing;
import tsunagu.notices.reminder.ToldRepository.Known;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/** Whoever was told of an event is told when it is called off, or is at another time or place, until it begins. */
@Singleton
class EventChanges {
    private static final Duration LONGEST = Duration.ofHours(36);

    private final EventReminders reminders;
    private final Subscriptions subscriptions;
    private final WhatsOn whatsOn;
    private final Announcements announcements;
    private final Outbox outbox;
    private final ToldRepository told;
    private final SqlRepository sql;
    private final Telling telling;

    EventChanges(
            EventReminders reminders,
            Subscriptions subscriptions,
            WhatsOn whatsOn,
            Announcements announcements,
            Outbox outbox,
            ToldRepository told,
            SqlRepository sql,
            Telling telling) {
        this.reminders = reminders;
        this.subscriptions = subscriptions;
        this.whatsOn = whatsOn;
        this.announcements = announcements;
        this.outbox = outbox;
        this.told = told;
        this.sql = sql;
        this.telling = telling;
    }

    /** How many residents are told of a change. */
    int tell() {
        return told.listKnown(EventReminders.EVENT, telling.now()).stream()
                .mapToInt(this::tell)
                .sum();
    }

    private int tell(Known known) {
        String[] parts = known.matter().split(":");
        LocalDate day = LocalDate.parse(parts[2]);
        // What staff have withdrawn is told nowhere any more: nobody knows whether it takes place.
        Optional<Happening> now = now(Long.parseLong(parts[1]), day);
        if (now.isEmpty()) return 0;
        String print = EventReminders.print(now.get());
        if (print.equals(known.print())) return 0;
        return sql.inOneTransaction(() -> put(known, now.get(), print));
    }

    /** The event on the day it was told for; where it is not on then, with its next time. */
    private Optional<Happening> now(long event, LocalDate day) {
        return whatsOn.find(event)
                .map(found -> reminders.listOn(found.municipality(), day).stream()
                        .filter(one -> one.event() == event)
                        .findFirst()
                        .orElse(found));
    }

    private int put(Known known, Happening now, String print) {
        List<Long> ids = told.listWhoKnow(known);
        Instant moment = telling.now();
        // Of two copies at once, the second finds that everybody knows.
        if (told.learn(known, print, moment) == 0) return 0;
        List<Subscriber> to = subscriptions.list(ids).stream()
                .filter(one -> one.subjects().contains(Subject.EVENTS))
                .toList();
        if (to.isEmpty()) return 0;
        var outgoing = new Outgoing(
                "event-change:" + known.matter() + ":" + print,
                Outgoing.Kind.EVENT_CHANGE,
                now.municipality(),
                Telling.words(to, language -> words(now, language)),
                moment,
                moment.plus(LONGEST));
        return outbox.put(outgoing, to).added();
    }

    private List<Message> words(Happening now, Language language) {
        return now.cancelled() ? announcements.cancelled(now, language) : announcements.changed(now, language);
    }
}
