package tsunagu.line.inbox;

/** What became of one request with a reply, by LINE's status. */
public enum Delivery {
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
