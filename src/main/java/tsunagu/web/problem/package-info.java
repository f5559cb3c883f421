/**
 * What the server refuses and where it fails, told to people: one sentence each, as problem+json or as a page.
 *
 * <p>Start with {@link tsunagu.web.problem.Refusal}; its sentences are the {@code problems} of the page's words.
 *
 * <p>May import: nothing of ours but {@code web.page}.
 */
package tsunagu.web.problem;
