/**
 * Calls to LINE other than replies: whose phone speaks which language, the menu, and how an account is set up.
 *
 * <p>Start with {@link tsunagu.line.api.LineClients} and {@link tsunagu.line.api.Profiles}.
 *
 * <p>May import: nothing of ours.
 */
package tsunagu.line.api;
