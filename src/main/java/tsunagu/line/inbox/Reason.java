package tsunagu.line.inbox;

import java.util.Locale;

/** Why an entry ended as it did, where {@code sent} or {@code given-up} alone does not say it all. */
public enum Reason {
    /** Given up: the reply token's life was over before LINE took the reply. */
    TOO_LATE,
    /** Given up: the dialogue failed, twice. */
    DIALOGUE,
    /** Given up: LINE will not take this reply, however often it is sent (400, 401, 403 …). */
    REFUSED,
    /** Given up: the month's quota is used up. */
    QUOTA,
    /** Given up: LINE was too busy for as long as the reply token lived. */
    RATE_LIMIT,
    /** Given up: LINE failed (5xx), or could not be reached, for as long as the reply token lived. */
    LINE_ERROR,
    /**
     * Given up: LINE kept silent twice, or failed and then would not take a reply token that may have died meanwhile.
     * The resident may or may not have the reply.
     */
    NO_ANSWER,
    /** Given up: the channel is no longer set up. */
    NO_CHANNEL,
    /** Given up: the resident took the message back. */
    UNSENT,
    /**
     * Sent: LINE kept silent or failed, then would not take a reply token that still lived. It is used, and nobody but
     * us has it.
     */
    UNCONFIRMED,
    /** Done with without a reply: the event needs none. */
    SILENT;

    /** {@code too-late} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
