/**
 * Whether answers helped, counted without a word of what was asked.
 *
 * <p>Start with {@link tsunagu.conversation.feedback.FeedbackRepository}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.conversation.feedback;
