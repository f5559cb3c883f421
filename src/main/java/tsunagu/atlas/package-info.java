/**
 * Areas in the console: which town lies where, corrections with their source and day, registers and maps from files;
 * and the map that everybody sees.
 *
 * <p>Start with {@link tsunagu.atlas.change.ChangeSet} and {@link tsunagu.atlas.page.TruthTable}.
 *
 * <p>May import: areas, documents, desk, staff, tables, sql, text.
 */
package tsunagu.atlas;
