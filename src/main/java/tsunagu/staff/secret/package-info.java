/**
 * Passwords of staff, which are slow to guess, and how often a guess is allowed.
 *
 * <p>Start with {@link tsunagu.staff.secret.Passwords} and {@link tsunagu.staff.secret.GuessLimits}.
 *
 * <p>May import: limits.
 */
package tsunagu.staff.secret;
