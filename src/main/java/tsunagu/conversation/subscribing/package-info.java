/**
 * The dialogue by which residents ask to be told something later, choose what, where and when, and stop it.
 *
 * <p>Start with {@link tsunagu.conversation.subscribing.Subscribing}.
 *
 * <p>May import: subscriptions, areas, message, text, and its siblings {@code answer}, {@code intent},
 * {@code memory} and {@code words}.
 */
package tsunagu.conversation.subscribing;
