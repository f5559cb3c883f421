/**
 * Groups and places as staff keep them: what is written of each, who may change it, and when it was last confirmed.
 *
 * <p>Start with {@link tsunagu.groups.entry.Groups}, {@link tsunagu.groups.entry.Content} and
 * {@link tsunagu.groups.entry.Kind}.
 *
 * <p>May import: staff, areas, text.
 */
package tsunagu.groups.entry;
