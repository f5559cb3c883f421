/**
 * Keeping what must be kept, and nothing else: copies of the whole database while it is in use, their way back, and
 * the end of everything that is kept for a limited time only.
 *
 * <p>Start with {@link tsunagu.keeping.Expiry}, which rooms implement, {@link tsunagu.keeping.Keeping} and
 * {@link tsunagu.keeping.BackupCommand}.
 *
 * <p>May import: sql, and its own child {@code backup}.
 */
package tsunagu.keeping;
