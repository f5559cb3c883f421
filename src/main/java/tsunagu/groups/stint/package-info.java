/**
 * Small one-off jobs that groups ask a hand for, and the staff screens they are written in.
 *
 * <p>Start with {@link tsunagu.groups.stint.Stints} and {@link tsunagu.groups.stint.Stint}.
 *
 * <p>May import: desk, staff, text, and its siblings {@code entry}, {@code page} and {@code request}.
 */
package tsunagu.groups.stint;
