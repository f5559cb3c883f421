/**
 * Documents as staff keep them: what is written of each, its file, every version of both, and who may take which step.
 *
 * <p>Start with {@link tsunagu.library.entry.Holdings}, {@link tsunagu.library.entry.Holding} and
 * {@link tsunagu.library.entry.Step}.
 *
 * <p>May import: staff, documents, areas, sql, and its siblings {@code reading} and {@code print}.
 */
package tsunagu.library.entry;
