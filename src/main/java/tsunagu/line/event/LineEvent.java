package tsunagu.line.event;

import java.util.Locale;
import java.util.Optional;

/** One event of a webhook, as far as we act on it. {@code toString} never tells words, tokens or ids. */
public sealed interface LineEvent {

    /** {@code text}, {@code sticker}, {@code follow} …: LINE's own name, or {@code unknown}. */
    String kind();

    /** LINE's id of the person; empty where LINE withholds it, or nobody is to be answered. */
    default Optional<String> userId() {
        return Optional.empty();
    }

    /** Id of the group or room; empty in a chat of two, or where nobody is to be answered. */
    default Optional<String> groupId() {
        return Optional.empty();
    }

    /**
     * Somebody wrote to us and waits for a reply.
     *
     * @param key the same for every copy of this event; empty where LINE gave nothing to tell copies by
     * @param userId LINE's id of who wrote; empty for a person who has not agreed that we learn it
     * @param groupId id of the group or room it was said in, empty in a chat of two
     * @param replyToken works once, for a minute
     * @param text without our own name where it was called; never blank, without lone surrogates and NUL
     * @param messageId LINE's, by which it can be taken back
     */
    record Said(
            Optional<String> key,
            Optional<String> userId,
            Optional<String> groupId,
            String replyToken,
            String text,
            Optional<String> messageId)
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

    /**
     * Something without words that concerns us.
     *
     * @param key as in {@link Said}
     * @param userId as in {@link Said}
     * @param groupId as in {@link Said}
     * @param replyToken always there for what {@link What#isAnswered}
     */
    record Happened(
            String kind,
            Optional<String> key,
            Optional<String> userId,
            Optional<String> groupId,
            Optional<String> replyToken,
            What what)
            implements LineEvent {
        @Override
        public String toString() {
            return "Happened[" + kind + "]";
        }
    }

    /** What happened. */
    sealed interface What {

        /** Whether somebody waits for a reply. */
        default boolean isAnswered() {
            return !(this instanceof Unfollowed || this instanceof Unsent);
        }

        /** Whether it is part of a conversation, which in a group is not ours. */
        default boolean isTalk() {
            return this instanceof Sticker || this instanceof Media || this instanceof Located;
        }

        record Sticker() implements What {}

        /** What nobody here can look at or listen to. */
        record Media(Kind kind) implements What {
            public enum Kind {
                PICTURE,
                VIDEO,
                VOICE,
                FILE
            }
        }

        /** A place; neither words nor point are ever shown. */
        record Located(Optional<String> address, Optional<Point> point) implements What {

            /** In degrees. */
            public record Point(double latitude, double longitude) {
                @Override
                public String toString() {
                    return "Point[]";
                }
            }

            @Override
            public String toString() {
                return "Located[]";
            }
        }

        /** @param returning for one who had blocked us */
        record Followed(boolean returning) implements What {}

        record Unfollowed() implements What {}

        /** A message was taken back; this may come before the message. */
        record Unsent(String messageId) implements What {}

        /** A button of ours, or of somebody who would like us to think so. */
        record Pressed(String data) implements What {
            @Override
            public String toString() {
                return "Pressed[]";
            }
        }

        record JoinedGroup() implements What {}
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
