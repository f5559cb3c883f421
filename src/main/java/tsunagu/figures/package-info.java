/**
 * How much is asked, and how well it goes: counted by day, channel and municipality, shown to staff as charts and
 * tables, and to everybody where the town wants it. Numbers only: nothing of anybody, and no word of what was said.
 *
 * <p>Start with {@link tsunagu.figures.FigureCounter} and {@link tsunagu.figures.Report}.
 *
 * <p>May import: conversation, areas, desk, staff, tables, message, sql.
 */
package tsunagu.figures;
