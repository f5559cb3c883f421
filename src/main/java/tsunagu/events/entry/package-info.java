/**
 * Events and their life: what staff write of one, the days it takes place on, and which step may be taken.
 *
 * <p>Start with {@link tsunagu.events.entry.Event}, {@link tsunagu.events.entry.Content} and
 * {@link tsunagu.events.entry.Days}.
 *
 * <p>May import: areas, text.
 */
package tsunagu.events.entry;
