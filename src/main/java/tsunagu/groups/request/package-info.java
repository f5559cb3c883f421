/**
 * Requests to join a group, and offers to help: from a resident's consent to the group's contact, through the hands of
 * staff; and their end.
 *
 * <p>Start with {@link tsunagu.groups.request.Requests} and {@link tsunagu.groups.request.RequestState}.
 *
 * <p>May import: staff, keeping.
 */
package tsunagu.groups.request;
