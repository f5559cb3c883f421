package tsunagu.events.store;

import tsunagu.events.entry.Event;

/** What became of a change. */
public sealed interface Outcome {

    /** Done; the event as it is now. */
    record Done(Event event) implements Outcome {}

    /** Somebody else has changed it meanwhile; nothing was saved. */
    record Conflict(Event theirs) implements Outcome {}

    /** The event's state or the member's role does not allow it. */
    record NotAllowed(Event event) implements Outcome {}

    /** Another event has this ID. */
    record SameId(Event event) implements Outcome {}
}
