/**
 * What residents are told from: published documents handed to the library of all documents, and publishing itself.
 *
 * <p>Start with {@link tsunagu.library.serving.Publishing}.
 *
 * <p>May import: knowledge, documents, staff, and its sibling {@code entry}.
 */
package tsunagu.library.serving;
