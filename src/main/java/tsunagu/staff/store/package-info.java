/**
 * The tables of the staff room.
 *
 * <p>Start with {@link tsunagu.staff.store.AccountRepository} and {@link tsunagu.staff.store.SessionRepository}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.staff.store;
