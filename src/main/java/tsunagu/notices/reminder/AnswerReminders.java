package tsunagu.notices.reminder;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.Announcements;
import tsunagu.conversation.Announcements.Answered;
import tsunagu.notices.outbox.Outbox;
import tsunagu.notices.outbox.Outgoing;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.AwaitedAnswers;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/** Whoever asked what nobody could answer, and wanted to be told, gets the answer once residents are told it. */
@Singleton
class AnswerReminders {
    /** Less than a subscriber whose last wish this was is kept. */
    private static final Duration LATEST = Duration.ofDays(6);

    private final AwaitedAnswers awaited;
    private final Subscriptions subscriptions;
    private final Announcements announcements;
    private final Outbox outbox;
    private final SqlRepository sql;
    private final Telling telling;

    AnswerReminders(
            AwaitedAnswers awaited,
            Subscriptions subscriptions,
            Announcements announcements,
            Outbox outbox,
            SqlRepository sql,
            Telling telling) {
        this.awaited = awaited;
        this.subscriptions = subscriptions;
        this.announcements = announcements;
        this.outbox = outbox;
        this.sql = sql;
        this.telling = telling;
    }

    /** How many residents are told their answer. */
    int tell() {
        return awaited.listUntold().stream()
                .collect(Collectors.groupingBy(
                        AwaitedAnswers.Answered::entry,
                        Collectors.mapping(AwaitedAnswers.Answered::subscriber, Collectors.toSet())))
                .entrySet()
                .stream()
                .mapToInt(entry -> tell(entry.getKey(), subscriptions.list(entry.getValue())))
                .sum();
    }

    private int tell(long entry, List<Subscriber> waiting) {
        Optional<Answered> japanese = announcements.answer(entry, Language.JAPANESE);
        if (japanese.isEmpty() || waiting.isEmpty()) return 0;
        var outgoing = new Outgoing(
                "answer:" + entry + ":" + Telling.print(japanese.get().messages()),
                Outgoing.Kind.ANSWER,
                new MunicipalityId(japanese.get().municipality()),
                Telling.words(
                        waiting,
                        language -> announcements
                                .answer(entry, language)
                                .orElse(japanese.get())
                                .messages()),
                telling.now(),
                telling.now().plus(LATEST));
        return sql.inOneTransaction(() -> {
            List<Subscriber> claimed = waiting.stream()
                    .filter(one -> one.subjects().contains(Subject.ANSWERS))
                    .filter(one -> awaited.tell(one.id(), entry))
                    .toList();
            return claimed.isEmpty() ? 0 : outbox.put(outgoing, claimed).added();
        });
    }
}
