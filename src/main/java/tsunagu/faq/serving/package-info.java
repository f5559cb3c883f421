/**
 * What residents are told: published entries handed to the knowledge, a change tried before it is made, and the
 * questions that must keep their answers.
 *
 * <p>Start with {@link tsunagu.faq.serving.Publishing} and {@link tsunagu.faq.serving.Trials}.
 *
 * <p>May import: conversation, knowledge, documents, areas, staff, sql, and its sibling {@code entry}.
 */
package tsunagu.faq.serving;
