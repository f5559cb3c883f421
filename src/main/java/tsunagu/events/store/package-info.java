/**
 * Events as they are kept, changed by staff, and looked through for residents.
 *
 * <p>Start with {@link tsunagu.events.store.Events}, what staff do, and {@link tsunagu.events.store.Programme}, what
 * residents are told.
 *
 * <p>May import: staff, sql, text, and its sibling {@code entry}.
 */
package tsunagu.events.store;
