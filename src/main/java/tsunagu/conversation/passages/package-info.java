/**
 * Answers from the documents: the sentences that answer, with the age and standing of what they are taken from, yes or
 * no to a number, and which documents there are.
 *
 * <p>Start with {@link tsunagu.conversation.passages.DocumentAnswers}.
 *
 * <p>May import: knowledge, areas, documents, message, text, and its siblings {@code answer}, {@code intent} and
 * {@code words}.
 */
package tsunagu.conversation.passages;
