/**
 * What an answer is, and the answers that other rooms share: of areas, of entries, how to join, what is not known.
 *
 * <p>Start with {@link tsunagu.conversation.answer.Answer} and {@link tsunagu.conversation.answer.AreaAnswers}.
 *
 * <p>May import: submissions, knowledge, areas, atlas, groups, documents, message, text, and its siblings
 * {@code intent} and {@code words}.
 */
package tsunagu.conversation.answer;
