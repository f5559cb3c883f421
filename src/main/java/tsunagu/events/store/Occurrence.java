package tsunagu.events.store;

import java.time.LocalDate;

/** An event at one of its times. */
public record Occurrence(long event, LocalDate first, LocalDate last) {}
