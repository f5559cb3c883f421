/**
 * What is on: events from the clerk's form or file to what residents are told, on pages and in calendars.
 *
 * <p>Start with {@link tsunagu.events.WhatsOn}, which the dialogue asks, {@link tsunagu.events.store.Events} and
 * {@link tsunagu.events.entry.Content}.
 *
 * <p>May import: areas, documents, desk, staff, keeping, tables, sql, text.
 */
package tsunagu.events;
