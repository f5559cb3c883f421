/**
 * What a document says otherwise than the town's facts and its other documents: the same subject with another number,
 * date or address. It is pointed out; which one holds is for staff to say.
 *
 * <p>Start with {@link tsunagu.library.contradiction.Contradictions}.
 *
 * <p>May import: areas, documents.
 */
package tsunagu.library.contradiction;
