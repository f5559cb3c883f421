/**
 * The layout of a document's page taken back: from the lines of a text file to headings, running text, lists and
 * tables. Works by rules about how pages are set, never by knowing a document.
 *
 * <p>The text passes through {@code Columns} (what stands side by side), {@code Ornaments} (what says nothing),
 * {@code Joining} (lines to pieces), {@code Headings} (which pieces head others) and {@code Outline} (pieces to
 * blocks).
 *
 * <p>Start with {@link tsunagu.documents.layout.Layout}.
 *
 * <p>May import: text.
 */
package tsunagu.documents.layout;
