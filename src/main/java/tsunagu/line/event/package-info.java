/**
 * What LINE sends us, one event at a time, so that an event nobody can read costs no other.
 *
 * <p>Start with {@link tsunagu.line.event.LineEventReader} and {@link tsunagu.line.event.LineEvent}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.line.event;
