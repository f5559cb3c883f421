/**
 * Answers: facts and passages into sentences, each factual one with its sources.
 *
 * <p>Start with {@link tsunagu.conversation.answer.Answer} and {@link tsunagu.conversation.answer.NetworkAnswers}.
 *
 * <p>May import: submissions, knowledge, areas, atlas, groups, documents, message, text, and its siblings
 * {@code intent} and {@code words}.
 */
package tsunagu.conversation.answer;
