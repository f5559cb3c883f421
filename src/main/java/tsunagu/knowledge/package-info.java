/**
 * What the documents answer: ranked passages, the sentences in them that answer, and when to say that nothing does.
 *
 * <p>Start with {@link tsunagu.knowledge.Knowledge} and {@link tsunagu.knowledge.Finding}.
 *
 * <p>May import: documents, text, and its own child {@code index}, where all of Lucene is.
 */
package tsunagu.knowledge;
