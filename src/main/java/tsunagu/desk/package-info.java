/**
 * What the screens of staff share, in whatever room they stand: the municipalities a member may choose from, what a
 * form sent, files to take away, and how two names are alike.
 *
 * <p>Start with {@link tsunagu.desk.Towns} and {@link tsunagu.desk.Sent}.
 *
 * <p>May import: areas, staff, text.
 */
package tsunagu.desk;
