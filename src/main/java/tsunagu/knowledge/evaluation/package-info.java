/**
 * How good a ranking is: collections of questions with judged answers, the usual figures, and whether a difference
 * between two rankings is more than luck.
 *
 * <p>Start with {@link tsunagu.knowledge.evaluation.JudgedCollection} and {@link tsunagu.knowledge.evaluation.Figures}.
 *
 * <p>May import: knowledge.index.
 */
package tsunagu.knowledge.evaluation;
