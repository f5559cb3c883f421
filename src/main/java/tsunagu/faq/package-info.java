/**
 * FAQ entries: the staff screens below {@code /console/faq}, from a draft to what residents are told.
 *
 * <p>Start with {@link tsunagu.faq.entry.Step}, the table of an entry's life, and
 * {@link tsunagu.faq.serving.Publishing}.
 *
 * <p>May import: conversation, knowledge, documents, areas, desk, staff, keeping, tables, sql, text.
 */
package tsunagu.faq;
