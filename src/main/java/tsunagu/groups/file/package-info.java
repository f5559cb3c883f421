/**
 * Groups and places as files: our own layout and the public facilities of the open-data standard in, after a dry run
 * that tells of every bad row; our own layout, and HSDS, out.
 *
 * <p>Start with {@link tsunagu.groups.file.Imports} and {@link tsunagu.groups.file.Exports}.
 *
 * <p>May import: areas, desk, staff, keeping, tables, text, and its siblings {@code entry} and {@code page}.
 */
package tsunagu.groups.file;
