/**
 * Events as files, in the layouts of the national standard イベント一覧: out in the new one, in from both after a dry run.
 *
 * <p>Start with {@link tsunagu.events.file.Imports} and {@link tsunagu.events.file.Exports}.
 *
 * <p>May import: areas, staff, keeping, tables, sql, and its siblings {@code entry} and {@code store}.
 */
package tsunagu.events.file;
