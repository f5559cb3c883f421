/**
 * The staff screens of groups and places: the list, an entry, and the form it is written in.
 *
 * <p>Start with {@link tsunagu.groups.page.GroupForm} and {@link tsunagu.groups.page.Choices}.
 *
 * <p>May import: areas, desk, staff, and its sibling {@code entry}.
 */
package tsunagu.groups.page;
