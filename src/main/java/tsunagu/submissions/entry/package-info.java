/**
 * What residents send in, as it is kept: its fields, its life from the first question to what staff made of it.
 *
 * <p>Start with {@link tsunagu.submissions.entry.Submissions}, {@link tsunagu.submissions.entry.State} and
 * {@link tsunagu.submissions.entry.Content}.
 *
 * <p>May import: staff, sql, text.
 */
package tsunagu.submissions.entry;
