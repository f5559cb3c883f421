/**
 * What is said to each event of LINE's, and done about it.
 *
 * <p>Start with {@link tsunagu.line.answer.LineAnswers}.
 *
 * <p>May import: conversation, subscriptions, text, and line's own children {@code api}, {@code event}, {@code menu},
 * {@code render} and {@code unsent}.
 */
package tsunagu.line.answer;
