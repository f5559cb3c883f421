/**
 * What the staff pages of documents show: the form, and a document with what it became.
 *
 * <p>Start with {@link tsunagu.library.page.DocumentForm} and {@link tsunagu.library.page.Shown}.
 *
 * <p>May import: areas, documents, desk, staff, and its siblings {@code entry} and {@code print}.
 */
package tsunagu.library.page;
