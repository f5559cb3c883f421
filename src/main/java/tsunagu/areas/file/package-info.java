/**
 * The shape of {@code config/municipalities/*.yml}, and its reading with errors that name file, line and key.
 *
 * <p>Start with {@link tsunagu.areas.file.MunicipalityFile}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.areas.file;
