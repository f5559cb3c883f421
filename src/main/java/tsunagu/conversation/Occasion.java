package tsunagu.conversation;

import java.util.Optional;

/** Something that happens in a chat without words to read: the channels tell of it, the dialogue finds the words. */
public sealed interface Occasion {

    /**
     * Somebody has added the town's account.
     *
     * @param returning true for one who had blocked it
     */
    record Followed(boolean returning) implements Occasion {}

    /** A sticker, which says something kind and nothing to look up. */
    record Sticker() implements Occasion {}

    /** Something that cannot be read. */
    record Unreadable(Kind kind) implements Occasion {
        public enum Kind {
            PICTURE,
            VIDEO,
            VOICE,
            FILE
        }
    }

    /**
     * A place on the map.
     *
     * @param address as the map writes it
     * @param point where it is; used to find the area and kept nowhere
     */
    record Located(Optional<String> address, Optional<Point> point) implements Occasion {

        /** In degrees. */
        public record Point(double latitude, double longitude) {}
    }

    /** Somebody has taken the account into a group. */
    record JoinedGroup() implements Occasion {}
}
