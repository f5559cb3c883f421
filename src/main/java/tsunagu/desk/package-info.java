/**
 * What the screens of staff share, in whatever room they stand: the municipalities a member may choose from, what a
 * form sent, files to take away.
 *
 * <p>Start with {@link tsunagu.desk.Towns} and {@link tsunagu.desk.Sent}.
 *
 * <p>May import: areas, staff.
 */
package tsunagu.desk;
