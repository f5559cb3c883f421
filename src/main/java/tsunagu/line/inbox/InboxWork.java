package tsunagu.line.inbox;

import java.util.Optional;
import java.util.function.Supplier;

/** What the inbox leaves to others: what an entry is answered with, and how that reaches its resident. */
public interface InboxWork {

    /** Whether a channel of this name is set up. */
    boolean isSetUp(String channel);

    /**
     * The reply to an entry as it is to be stored, empty where none is needed. What it takes to ask elsewhere is asked
     * now; what is returned runs in one transaction with the storing, and again should that fail.
     */
    Supplier<Optional<String>> prepare(InboxEntry entry);

    /** One request with the stored reply, by its reply token. */
    Delivery send(InboxEntry entry);

    /**
     * One request with the stored reply as a message of our own, its reply token being dead. However often it is asked
     * for, LINE delivers it once.
     */
    Delivery push(InboxEntry entry);

    /** The resident has waited for a while and has no reply yet; called at most once for an entry. */
    void waiting(InboxEntry entry);

    /** What became of one request with a reply, by LINE's status. */
    enum Delivery {
        /** 200: LINE took it. */
        SENT,
        /** 400: the reply token is used, old or unknown, or LINE does not like the reply. */
        INVALID,
        /** 401, 403 and other statuses that no second try changes. */
        REFUSED,
        /** 429, because of too many requests at once: later it may be taken. */
        BUSY,
        /** 429, because the month's quota is used up. */
        QUOTA,
        /** 5xx. */
        FAILED,
        /** No connection: LINE cannot have taken it. */
        UNREACHED,
        /** No answer, or none that can be read: LINE may have taken it. */
        SILENT
    }
}
