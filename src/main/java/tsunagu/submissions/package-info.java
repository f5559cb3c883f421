/**
 * What residents send in about events and groups, by chat or by page: caught what must not be seen, looked at by staff,
 * taken over into their editors, and told what became of it.
 *
 * <p>Start with {@link tsunagu.submissions.Reporting}, which the dialogue asks,
 * {@link tsunagu.submissions.SubmitController}, {@link tsunagu.submissions.ReviewController} and
 * {@link tsunagu.submissions.entry.Submissions}.
 *
 * <p>May import: areas, documents, desk, staff, events, groups, keeping, limits,
 * secret, sql, text, and its own children.
 */
package tsunagu.submissions;
