/**
 * Files as tables: CSV and XLSX into rows that know their line and are read by the names in the head, and rows out
 * again so that no cell becomes a formula.
 *
 * <p>Start with {@link tsunagu.tables.Table} and {@link tsunagu.tables.TableWriter}.
 *
 * <p>May import: text.
 */
package tsunagu.tables;
