/**
 * Whether answers helped, counted without a word of what was asked; and, for an hour, the question a resident may yet
 * call wrongly answered.
 *
 * <p>Start with {@link tsunagu.conversation.feedback.Offers} and
 * {@link tsunagu.conversation.feedback.FeedbackRepository}.
 *
 * <p>May import: keeping, text.
 */
package tsunagu.conversation.feedback;
