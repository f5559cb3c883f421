/**
 * Municipalities, their areas, networks, schools, towns and contacts, each fact with its source; and what a resident
 * typed turned into one of them.
 *
 * <p>Start with {@link tsunagu.areas.Municipality}.
 *
 * <p>May import: documents, text.
 */
package tsunagu.areas;
