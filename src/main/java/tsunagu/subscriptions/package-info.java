/**
 * Residents who want to hear of something, how they are reached, and nobody else: opted in by themselves, gone as soon
 * as they say so. Their LINE user ids are kept encrypted, and only here.
 *
 * <p>Start with {@link tsunagu.subscriptions.Subscriptions} and {@link tsunagu.subscriptions.Subscriber}.
 *
 * <p>May import: areas, keeping, sql, text, and its own children.
 */
package tsunagu.subscriptions;
