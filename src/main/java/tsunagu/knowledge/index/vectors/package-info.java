/**
 * Entries by the nearness of their vectors to a question's, beside the words they share with it.
 *
 * <p>Start with {@link tsunagu.knowledge.index.vectors.VectorSpace}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.knowledge.index.vectors;
