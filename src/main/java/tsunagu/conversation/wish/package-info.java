/**
 * What a resident looks for: groups, places and small jobs, by {@code config/language/gatherings.yml}; events, for whom
 * and at what cost, and what they ask of one they were told; a place that may
 * lie in several municipalities.
 *
 * <p>Start with {@link tsunagu.conversation.wish.WishReader} and {@link tsunagu.conversation.wish.EventWords}.
 *
 * <p>May import: groups, events, areas, text, and its sibling {@code words}.
 */
package tsunagu.conversation.wish;
