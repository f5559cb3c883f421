/**
 * Events for programs: iCalendar for phones, schema.org for search engines.
 *
 * <p>Start with {@link tsunagu.events.calendar.Calendars} and {@link tsunagu.events.calendar.Structured}.
 *
 * <p>May import: its sibling {@code entry}.
 */
package tsunagu.events.calendar;
