package tsunagu.notices.notice;

/** What became of a step; each with the notice as it is now. */
public sealed interface Outcome {
    Notice notice();

    record Done(Notice notice) implements Outcome {}

    /** A colleague was first. */
    record Conflict(Notice notice) implements Outcome {}

    /** Their role, or the notice's state, does not allow it. */
    record NotAllowed(Notice notice) implements Outcome {}

    /** Whoever wrote it may not approve it. */
    record FourEyes(Notice notice) implements Outcome {}

    /** Its source would be too old; somebody may say why it is sent all the same. */
    record Stale(Notice notice) implements Outcome {}

    /** Nobody wants it, or nobody got what it corrects. */
    record Nobody(Notice notice) implements Outcome {}

    /** The month's messages do not suffice. */
    record TooMuch(Notice notice) implements Outcome {}
}
