/**
 * The questions nobody could answer, as staff work on them.
 *
 * <p>Start with {@link tsunagu.console.questions.QuestionsController}.
 *
 * <p>May import: conversation, knowledge, documents, staff, and its sibling {@code wording}.
 */
package tsunagu.console.questions;
