/**
 * What staff say of areas over the files: sets of changes, each with its source and the day it begins on, and how
 * {@code areas} gets them.
 *
 * <p>Start with {@link tsunagu.atlas.change.ChangeSet} and {@link tsunagu.atlas.change.ChangeSets}.
 *
 * <p>May import: areas, documents, staff, sql, text.
 */
package tsunagu.atlas.change;
