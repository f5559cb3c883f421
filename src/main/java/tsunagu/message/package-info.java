/**
 * Messages to a resident, before any channel has given them its form.
 *
 * <p>Start with {@link tsunagu.message.Message}, {@link tsunagu.message.Choice} and {@link tsunagu.message.Source}.
 *
 * <p>May import: nothing of ours; plain Java.
 */
package tsunagu.message;
