/**
 * Answers about networks and their areas: facts into sentences, compared, counted, put in order, and yes or no to what
 * a resident takes to be so.
 *
 * <p>Start with {@link tsunagu.conversation.networks.NetworkAnswers} and
 * {@link tsunagu.conversation.networks.ClaimAnswers}.
 *
 * <p>May import: areas, message, text, and its siblings {@code answer}, {@code intent} and {@code words}.
 */
package tsunagu.conversation.networks;
