/**
 * Files that bring towns, postcodes and school districts: the Address Base Registry, the postcodes of Japan Post, and
 * maps as GeoJSON. Each is read from end to end before anything of it is kept, and every bad row is told of.
 *
 * <p>Start with {@link tsunagu.atlas.file.Imports}.
 *
 * <p>May import: areas, tables, text, and its sibling {@code change}.
 */
package tsunagu.atlas.file;
