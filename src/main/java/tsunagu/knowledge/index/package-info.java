/**
 * Text into ranked text: fields, similarity and query of the ranking recipe, all of it Lucene.
 *
 * <p>Start with {@link tsunagu.knowledge.index.TextIndex} and {@link tsunagu.knowledge.index.RankingSettings}.
 *
 * <p>May import: text, and its own child {@code words}.
 */
package tsunagu.knowledge.index;
