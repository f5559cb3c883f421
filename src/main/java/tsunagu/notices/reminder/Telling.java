package tsunagu.notices.reminder;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tsunagu.message.Message;
import tsunagu.notices.outbox.SendingSettings;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/** The towns' time, and words in the languages that are needed. */
@Singleton
class Telling {
    private final SendingSettings settings;
    private final Clock clock;

    Telling(SendingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Now, where the towns are. */
    ZonedDateTime here() {
        return now().atZone(settings.zone());
    }

    Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(settings.zone()).toInstant();
    }

    LocalDate dayOf(Instant moment) {
        return moment.atZone(settings.zone()).toLocalDate();
    }

    /** Whether this is an hour at which residents are told something. */
    boolean isDaytime() {
        LocalTime time = here().toLocalTime();
        return !time.isBefore(Subscriptions.QUIET_UNTIL) && time.isBefore(Subscriptions.QUIET_FROM);
    }

    /** Whether their hour has come today. */
    boolean isDue(Subscriber one) {
        return !here().toLocalTime().isBefore(one.at());
    }

    /** When today's quiet hours begin. */
    Instant evening() {
        return at(here().toLocalDate(), Subscriptions.QUIET_FROM);
    }

    /** In Japanese, and in whatever else these residents read. */
    static Map<Language, List<Message>> words(Collection<Subscriber> to, Function<Language, List<Message>> inLanguage) {
        var words = new EnumMap<Language, List<Message>>(Language.class);
        words.put(Language.JAPANESE, inLanguage.apply(Language.JAPANESE));
        to.forEach(one -> words.computeIfAbsent(one.language(), inLanguage));
        return words;
    }

    /** The same for the same, and nothing else; 36 characters. */
    static String print(Object... parts) {
        return UUID.nameUUIDFromBytes(List.of(parts).toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
