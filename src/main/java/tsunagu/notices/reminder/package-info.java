/**
 * What residents are told by itself because they asked for it: events the evening before and what changes of them, the
 * newcomer series, answers that were waited for. Decides who is due and puts it into the outbox, once.
 *
 * <p>Start with {@link tsunagu.notices.reminder.EventReminders}, {@link tsunagu.notices.reminder.NewcomerSeries} and
 * {@link tsunagu.notices.reminder.AnswerReminders}.
 *
 * <p>May import: conversation, events, areas, subscriptions, keeping, message, sql, text, and its sibling
 * {@code outbox}.
 */
package tsunagu.notices.reminder;
