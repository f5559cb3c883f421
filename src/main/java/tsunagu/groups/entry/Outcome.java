package tsunagu.groups.entry;

/** What became of a change. */
public sealed interface Outcome {

    record Done(Group group) implements Outcome {}

    /** A colleague was quicker: nothing was changed; this is what is there now. */
    record Conflict(Group group) implements Outcome {}

    /** Not in this state, or not by this member. */
    record NotAllowed(Group group) implements Outcome {}
}
