/**
 * How like a question is to the ways in which answers are known to be asked for, and how probable it is, all measures
 * taken together, that one of them is the answer.
 *
 * <p>Start with {@link tsunagu.knowledge.likeness.Likeness} and {@link tsunagu.knowledge.likeness.Confidence}.
 *
 * <p>May import: text.
 */
package tsunagu.knowledge.likeness;
