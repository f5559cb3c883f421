/**
 * Times and municipalities as staff read them.
 *
 * <p>Start with {@link tsunagu.console.wording.Jurisdictions}.
 *
 * <p>May import: areas, staff.
 */
package tsunagu.console.wording;
