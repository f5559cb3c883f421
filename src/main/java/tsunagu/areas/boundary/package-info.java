/**
 * Where towns and areas lie on the map: GeoJSON as towns and the national statistics publish it, read strictly.
 *
 * <p>Start with {@link tsunagu.areas.boundary.BoundaryFile} and {@link tsunagu.areas.boundary.Outline}.
 *
 * <p>May import: its sibling {@code file}.
 */
package tsunagu.areas.boundary;
