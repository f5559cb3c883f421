/**
 * What the documents, and the entries staff wrote, answer: ranked passages, the sentences in them that answer, and when
 * to say that nothing does.
 *
 * <p>Start with {@link tsunagu.knowledge.Knowledge}, {@link tsunagu.knowledge.Finding} and
 * {@link tsunagu.knowledge.Entry}, whose {@code Source} other rooms implement.
 *
 * <p>May import: documents, text, and its own child {@code index}, where all of Lucene is.
 */
package tsunagu.knowledge;
