/**
 * The documents that staff upload: the staff screens below {@code /console/documents}, from a file to what residents
 * are told from it, and the originals that citations lead to.
 *
 * <p>Start with {@link tsunagu.library.entry.Step}, the table of a document's life,
 * {@link tsunagu.library.reading.ReadingProcess} and {@link tsunagu.library.serving.Publishing}.
 *
 * <p>May import: knowledge, documents, areas, desk, staff, tables, sql, and its own children.
 */
package tsunagu.library;
