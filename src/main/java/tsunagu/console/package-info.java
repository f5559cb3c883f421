/**
 * The shell of the staff side: home, signing in, who may do what, the trail, and the questions nobody could answer.
 *
 * <p>Start with {@link tsunagu.console.SignInController} and {@link tsunagu.console.StaffController}; who may open
 * which page is decided in {@code console.door}.
 *
 * <p>May import: conversation, knowledge, areas, documents, staff, keeping, text, and its own children.
 */
package tsunagu.console;
