/**
 * What a file says, before it is taken apart: its text with the pages it stood on, and what was left out of it.
 *
 * <p>Start with {@link tsunagu.library.print.Copy} and {@link tsunagu.library.print.CopyWriter}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.library.print;
