package tsunagu.subscriptions;

/** What a resident may want to hear of; each only if they said so. */
public enum Subject {
    /** What is on the next day, and what of it is changed or cancelled. */
    EVENTS,
    /** What staff write to those who live in an area. */
    AREA_NOTICES,
    /** Three short messages in the first month. */
    NEWCOMER,
    /** The answer to a question of theirs, once there is one. */
    ANSWERS
}
