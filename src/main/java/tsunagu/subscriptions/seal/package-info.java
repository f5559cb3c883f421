/**
 * Addresses encrypted and read again, each bound to its row; the keys, and which of them a row needs.
 *
 * <p>Start with {@link tsunagu.subscriptions.seal.Seal}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.subscriptions.seal;
