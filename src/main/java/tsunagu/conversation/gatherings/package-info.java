/**
 * Answers about groups, places and small jobs, how one begins, and the short dialogue by which one asks to join.
 *
 * <p>Start with {@link tsunagu.conversation.gatherings.GatheringAnswers}.
 *
 * <p>May import: groups, areas, message, text, and its siblings {@code answer}, {@code intent}, {@code wish} and
 * {@code words}.
 */
package tsunagu.conversation.gatherings;
