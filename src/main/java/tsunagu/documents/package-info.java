/**
 * The town's documents: the manifest that lists them, their passages and tables, and the citations they allow.
 *
 * <p>Start with {@link tsunagu.documents.DocumentLibrary}, {@link tsunagu.documents.Passage} and
 * {@link tsunagu.documents.Citation}.
 *
 * <p>May import: text.
 */
package tsunagu.documents;
