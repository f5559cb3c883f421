/**
 * What the pages show: the form by which a resident sends something in, and what became of it.
 *
 * <p>Start with {@link tsunagu.submissions.page.SubmitForm} and {@link tsunagu.submissions.page.Review}.
 *
 * <p>May import: desk, and its siblings {@code check} and {@code entry}.
 */
package tsunagu.submissions.page;
