/**
 * What residents have asked to be told: staff write notices at {@code /console/notices}, colleagues approve them, and
 * each goes out once to whoever still wants it.
 *
 * <p>Start with {@link tsunagu.notices.outbox.Outbox}, where everything goes out from, and
 * {@link tsunagu.notices.notice.Notices}, what staff write.
 *
 * <p>May import: line, events, conversation, areas, subscriptions, desk, staff, keeping, message, sql, text, and its
 * own children.
 */
package tsunagu.notices;
