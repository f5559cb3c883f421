/**
 * Entries and their life: what staff write, every version of it, who may take which step, and how it is kept.
 *
 * <p>Start with {@link tsunagu.faq.entry.Faqs}, {@link tsunagu.faq.entry.Step} and
 * {@link tsunagu.faq.entry.Content}.
 *
 * <p>May import: staff, documents, areas, sql, text.
 */
package tsunagu.faq.entry;
