/**
 * Signing in by the town's own directory (OpenID Connect), where one is set up.
 *
 * <p>Start with {@link tsunagu.console.directory.StaffDirectory}.
 *
 * <p>May import: staff, and its sibling {@code door}.
 */
package tsunagu.console.directory;
