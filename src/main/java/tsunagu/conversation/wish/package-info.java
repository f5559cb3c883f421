/**
 * What a resident would like of an event: for whom, at what cost, and what they ask of one they were told.
 *
 * <p>Start with {@link tsunagu.conversation.wish.EventWords} and {@link tsunagu.conversation.wish.EventWish}.
 *
 * <p>May import: events, text.
 */
package tsunagu.conversation.wish;
