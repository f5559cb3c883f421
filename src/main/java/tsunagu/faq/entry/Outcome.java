package tsunagu.faq.entry;

/** What became of a change. */
public sealed interface Outcome {

    /** Done; the entry as it is now. */
    record Done(Faq faq) implements Outcome {}

    /** Somebody else has changed it meanwhile; nothing was saved. */
    record Conflict(Faq theirs) implements Outcome {}

    /** The entry's state or the member's role does not allow it. */
    record NotAllowed(Faq faq) implements Outcome {}

    /** Whoever wrote the version may not approve it. */
    record FourEyes(Faq faq) implements Outcome {}
}
