package tsunagu.events.store;

import java.time.Instant;

/** The last change of what residents are told. */
public record Changed(long number, Instant at) {}
