/**
 * What a resident looks for among groups, places and small jobs, read by {@code config/language/gatherings.yml}.
 *
 * <p>Start with {@link tsunagu.conversation.wish.WishReader} and {@link tsunagu.conversation.wish.Wish}.
 *
 * <p>May import: groups, areas, text.
 */
package tsunagu.conversation.wish;
