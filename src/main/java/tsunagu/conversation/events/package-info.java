/**
 * Answers about events: what is on for a resident, as cards, each with who says so and since when.
 *
 * <p>Start with {@link tsunagu.conversation.events.EventAnswers}.
 *
 * <p>May import: events, areas, message, text, and its siblings {@code answer}, {@code intent}, {@code wish} and
 * {@code words}.
 */
package tsunagu.conversation.events;
