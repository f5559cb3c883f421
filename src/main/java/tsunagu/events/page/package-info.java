/**
 * What the staff screens of events show, and the public pages: a month, an event.
 *
 * <p>Start with {@link tsunagu.events.page.EventForm} and {@link tsunagu.events.page.Month}.
 *
 * <p>May import: areas, desk, staff, and its siblings {@code entry}, {@code store} and {@code calendar}.
 */
package tsunagu.events.page;
