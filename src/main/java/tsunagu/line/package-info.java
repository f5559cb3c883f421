/**
 * LINE in and out: the webhook and its signature, messages in LINE's form, replies through LINE's own client.
 *
 * <p>May import: conversation, message.
 */
package tsunagu.line;
