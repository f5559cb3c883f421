package tsunagu.line.event;

import java.util.Locale;
import java.util.Optional;

/** One event of a webhook, as far as we act on it. {@code toString} never tells words, tokens or ids. */
public sealed interface LineEvent {

    /** {@code text}, {@code sticker}, {@code follow} …: LINE's own name, or {@code unknown}. */
    String kind();

    /**
     * Somebody wrote to us and waits for a reply.
     *
     * @param key the same for every copy of this event; empty where LINE gave nothing to tell copies by
     * @param userId LINE's id of who wrote; empty for a person who has not agreed that we learn it
     * @param groupId id of the group or room it was said in, empty in a chat of two
     * @param replyToken works once, for a minute
     * @param text without our own name where it was called; never blank, without lone surrogates and NUL
     */
    record Said(Optional<String> key, Optional<String> userId, Optional<String> groupId, String replyToken, String text)
            implements LineEvent {
        @Override
        public String kind() {
            return "text";
        }

        @Override
        public String toString() {
            return "Said[]";
        }
    }

    /** Nothing for us to answer. */
    record Passed(String kind, Reason reason) implements LineEvent {}

    /** Why an event is passed over. */
    enum Reason {
        /** A kind we do not answer, or do not know. */
        KIND,
        /** Another bot or a person has the chat; it came without a token to reply with. */
        STANDBY,
        /** Without a sender or place. */
        NO_SOURCE,
        NO_REPLY_TOKEN,
        NO_TEXT,
        /** Talk of a group that does not call us. */
        NOT_ADDRESSED,
        /** A field is missing or has a form that LINE does not document. */
        UNREADABLE;

        /** {@code not-addressed} */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
