/**
 * LINE in and out: the webhook and its signature, messages in LINE's form, replies through LINE's own client.
 *
 * <p>A webhook goes {@code LineController} → {@code LineWorker} → the inbox, then LINE has its 200; an entry goes
 * from the inbox → {@code LineWorker} → the dialogue → {@code LineRenderer} → the inbox → {@code LineSender}.
 * {@code LineChannels} knows the town's accounts.
 *
 * <p>May import: conversation, message, and its own children {@code event} and {@code inbox}. LINE's SDK is used
 * nowhere else.
 */
package tsunagu.line;
