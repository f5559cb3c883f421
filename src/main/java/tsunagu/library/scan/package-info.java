/**
 * What is painted on a page of a PDF: every letter and every rule, with its place.
 *
 * <p>Start with {@link tsunagu.library.scan.PageScan}.
 *
 * <p>May import: nothing of ours. PDFBox is known here and in its sibling {@code pdf} alone.
 */
package tsunagu.library.scan;
