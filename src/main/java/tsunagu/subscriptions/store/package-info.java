/**
 * The table of subscribers.
 *
 * <p>Start with {@link tsunagu.subscriptions.store.SubscriberRepository}.
 *
 * <p>May import: sql.
 */
package tsunagu.subscriptions.store;
