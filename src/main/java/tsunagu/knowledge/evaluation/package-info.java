/**
 * How good a ranking is: collections of questions with judged answers, the usual figures, and whether a difference
 * between two rankings is more than luck.
 *
 * <p>Start with {@link tsunagu.knowledge.evaluation.Comparison}, which compares rankings of a
 * {@link tsunagu.knowledge.evaluation.JudgedCollection}, and {@link tsunagu.knowledge.evaluation.DecisionCurve}.
 *
 * <p>May import: knowledge.index, knowledge.embedding.
 */
package tsunagu.knowledge.evaluation;
