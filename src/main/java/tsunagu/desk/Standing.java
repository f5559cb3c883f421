package tsunagu.desk;

/** How an entry stands that staff made of something they were sent. */
public enum Standing {
    DRAFT,
    /** Residents are told of it. */
    TOLD,
    /** They were, and are no longer. */
    TAKEN_BACK,
    /** There is none of it any more. */
    GONE
}
