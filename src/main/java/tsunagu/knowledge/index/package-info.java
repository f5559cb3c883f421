/**
 * Text into ranked text: the door to an index wherever it is kept, the ranking recipe, and the index in this process,
 * all of it Lucene.
 *
 * <p>Start with {@link tsunagu.knowledge.index.TextIndex} and {@link tsunagu.knowledge.index.RankingSettings}.
 *
 * <p>May import: text, and its own children.
 */
package tsunagu.knowledge.index;
