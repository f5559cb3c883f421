/**
 * A passage shortened to what answers: sentences, items of a list, rows of a table in words, each with the print it
 * rests on.
 *
 * <p>Start with {@link tsunagu.knowledge.excerpt.ReadPassage} and {@link tsunagu.knowledge.excerpt.ExcerptChooser}.
 *
 * <p>May import: documents, text, knowledge.index, knowledge.question.
 */
package tsunagu.knowledge.excerpt;
