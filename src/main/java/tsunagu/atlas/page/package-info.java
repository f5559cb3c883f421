/**
 * What the screens of areas show: the table of which town lies where, and the form of a change.
 *
 * <p>Start with {@link tsunagu.atlas.page.TruthTable}.
 *
 * <p>May import: areas, and its sibling {@code change}.
 */
package tsunagu.atlas.page;
