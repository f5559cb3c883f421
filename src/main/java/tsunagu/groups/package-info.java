/**
 * Who is there and where people gather: groups and places, their staff screens below {@code /console/groups}, and what
 * residents may be told of them.
 *
 * <p>Start with {@link tsunagu.groups.GatheringFinder} and {@link tsunagu.groups.entry.Groups}.
 *
 * <p>May import: areas, documents, desk, staff, keeping, text.
 */
package tsunagu.groups;
