/**
 * All the ways a name may be typed, and finding names in what was typed.
 *
 * <p>Start with {@link tsunagu.areas.spelling.Name} and {@link tsunagu.areas.spelling.NameIndex}.
 *
 * <p>May import: text.
 */
package tsunagu.areas.spelling;
