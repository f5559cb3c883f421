package tsunagu.library.entry;

/** What became of a change. */
public sealed interface Outcome {

    /** Done; the document as it is now. */
    record Done(Holding holding) implements Outcome {}

    /** Somebody else has changed it meanwhile; nothing was saved. */
    record Conflict(Holding theirs) implements Outcome {}

    /** The document's state or the member's role does not allow it. */
    record NotAllowed(Holding holding) implements Outcome {}

    /** Whoever made the version may not publish it. */
    record FourEyes(Holding holding) implements Outcome {}
}
