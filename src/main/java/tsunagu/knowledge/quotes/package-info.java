/**
 * Questions that a document is known to answer, with the words in which it does: {@code config/quotes}.
 *
 * <p>Start with {@link tsunagu.knowledge.quotes.QuotedAnswer}.
 *
 * <p>May import: nothing of its parent.
 */
package tsunagu.knowledge.quotes;
