package tsunagu.notices.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.MunicipalityId;
import tsunagu.message.Message;
import tsunagu.subscriptions.Subject;
import tsunagu.text.Language;

/**
 * Something to tell residents who have asked for it.
 *
 * @param key at most 200 characters; what is put again under the same key says what it said the first time, and reaches
 *     nobody twice
 * @param messages by language, Japanese among them; whoever reads another is told in Japanese
 * @param notBefore it is sent then, or in the morning after, where that is at night
 * @param notAfter from then on it is stale: nobody is told it any more
 */
public record Outgoing(
        String key,
        Kind kind,
        MunicipalityId municipality,
        Map<Language, List<Message>> messages,
        Instant notBefore,
        Instant notAfter) {
    private static final int LONGEST_KEY = 200;

    public Outgoing {
        messages = Map.copyOf(messages);
        if (key.isBlank() || key.length() > LONGEST_KEY) throw new IllegalArgumentException("no key: " + key);
        if (!messages.containsKey(Language.JAPANESE)) throw new IllegalArgumentException(key + " says nothing");
        if (!notAfter.isAfter(notBefore)) throw new IllegalArgumentException(key + " is stale before it begins");
    }

    /** What it is, and with it which opt-in a resident must still have given when it is sent. */
    public enum Kind {
        AREA_NOTICE(Subject.AREA_NOTICES),
        /** Of an area notice; goes to whoever got that, however much they have been told that week. */
        CORRECTION(Subject.AREA_NOTICES),
        /** Of events, the evening before. */
        REMINDER(Subject.EVENTS),
        /** An event has changed, or is cancelled. */
        EVENT_CHANGE(Subject.EVENTS),
        NEWCOMER(Subject.NEWCOMER),
        /** To a question nobody could answer at first. */
        ANSWER(Subject.ANSWERS);

        private final Subject subject;

        Kind(Subject subject) {
            this.subject = subject;
        }

        public Subject subject() {
            return subject;
        }

        /** As it is stored: {@code area-notice}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> find(String wireName) {
            return Stream.of(values())
                    .filter(one -> one.wireName().equals(wireName))
                    .findFirst();
        }
    }
}
