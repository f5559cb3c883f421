/**
 * Notices as staff write them: who may take which step, what residents read, and how one gets into the outbox.
 *
 * <p>Start with {@link tsunagu.notices.notice.Notices}, {@link tsunagu.notices.notice.Content} and
 * {@link tsunagu.notices.notice.Plan}.
 *
 * <p>May import: conversation, line, areas, subscriptions, staff, message, sql, text, and its sibling {@code outbox}.
 */
package tsunagu.notices.notice;
