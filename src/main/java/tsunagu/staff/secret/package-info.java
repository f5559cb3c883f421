/**
 * Secrets of staff: tokens that are random and stored as a hash, passwords that are slow to guess, and how often a
 * guess is allowed.
 *
 * <p>Start with {@link tsunagu.staff.secret.Tokens}, {@link tsunagu.staff.secret.Passwords} and
 * {@link tsunagu.staff.secret.GuessLimits}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.staff.secret;
