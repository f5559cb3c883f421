/**
 * PDF files into text: where every letter stands on its page, and from that columns, tables, headings and paragraphs,
 * without what stands on the page for the eye only.
 *
 * <p>A page goes {@code PageScan} → {@code Furniture} → {@code Tables} → {@code Strips} → {@code Regions} →
 * {@code Paragraphs}. Start with {@link tsunagu.library.pdf.PdfReader}.
 *
 * <p>May import: its siblings {@code print} and {@code scan}. PDFBox is known in this and {@code scan} alone.
 */
package tsunagu.library.pdf;
