/**
 * A question, before anything is searched for: what kind of answer it wants, which term it asks the meaning of, and
 * which of its words say what it is about.
 *
 * <p>Start with {@link tsunagu.knowledge.question.QuestionReader} and {@link tsunagu.knowledge.question.Asked}.
 *
 * <p>May import: knowledge.index.
 */
package tsunagu.knowledge.question;
