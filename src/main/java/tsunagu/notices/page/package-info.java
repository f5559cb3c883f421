/**
 * What the staff pages of notices show: the form, and what became of recipients.
 *
 * <p>Start with {@link tsunagu.notices.page.NoticeForm} and {@link tsunagu.notices.page.Report}.
 *
 * <p>May import: its siblings {@code notice} and {@code outbox}.
 */
package tsunagu.notices.page;
