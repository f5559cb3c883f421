/**
 * What is caught before staff see it: what tells of persons, and what nobody would publish.
 *
 * <p>Start with {@link tsunagu.submissions.check.Screening} and {@link tsunagu.submissions.check.Sign}.
 *
 * <p>May import: text, and its sibling {@code entry}.
 */
package tsunagu.submissions.check;
