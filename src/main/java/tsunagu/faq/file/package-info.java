/**
 * Entries as files: CSV and XLSX out, and in again after a dry run that tells of every bad row.
 *
 * <p>Start with {@link tsunagu.faq.file.Imports} and {@link tsunagu.faq.file.Exports}.
 *
 * <p>May import: staff, keeping, tables, sql, and its sibling {@code entry}.
 */
package tsunagu.faq.file;
