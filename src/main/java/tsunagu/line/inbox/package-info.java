/**
 * The durable inbox: what LINE delivered, from before its 200 until its reply is sent or given up, whatever crashes in
 * between.
 *
 * <p>An event is {@code received} → {@code answered} (the reply is stored) → {@code sent}, or {@code given-up} with a
 * reason. Start with {@link tsunagu.line.inbox.Inbox} and {@link tsunagu.line.inbox.InboxWorker}.
 *
 * <p>May import: keeping, and its own child {@code commit}.
 */
package tsunagu.line.inbox;
