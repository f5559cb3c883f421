/**
 * The outbox: one row for each recipient and notice, requests to LINE of up to 500 of them, each with a retry key that
 * is written down before the first try.
 *
 * <p>Something is {@code sending} until it is {@code done}, or {@code stopped}; a recipient waits, is in a batch, and
 * ends in one of the states of {@link tsunagu.notices.outbox.Progress.Recipient}.
 *
 * <p>Start with {@link tsunagu.notices.outbox.Outbox} and {@link tsunagu.notices.outbox.Outgoing}.
 *
 * <p>May import: line, areas, subscriptions, keeping, message, sql, text.
 */
package tsunagu.notices.outbox;
