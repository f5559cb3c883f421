/**
 * The guided dialogue by which a resident sends in an event or a group, and hears what became of it.
 *
 * <p>Start with {@link tsunagu.conversation.reporting.ReportDialogue}.
 *
 * <p>May import: submissions, areas, message, text, and its siblings {@code answer}, {@code intent} and {@code words}.
 */
package tsunagu.conversation.reporting;
