/**
 * Text into ranked text: analysis, fields, similarity and query of the ranking recipe, all of it Lucene.
 *
 * <p>Start with {@code TextIndex}.
 *
 * <p>May import: text.
 */
package tsunagu.knowledge.index;
