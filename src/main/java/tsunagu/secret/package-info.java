/**
 * Words nobody can guess, for links and cookies.
 *
 * <p>Start with {@link tsunagu.secret.Tokens}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.secret;
