/**
 * LINE in and out: the webhook and its signature, messages in LINE's form, replies through LINE's own client.
 *
 * <p>A webhook goes {@code LineController} → {@code LineEventReader} → {@code LineWorker} → the dialogue →
 * {@code LineRenderer} → {@code LineSender}; {@code LineChannels} knows the town's accounts.
 *
 * <p>May import: conversation, message, and its own child {@code event}. LINE's SDK is used nowhere else.
 */
package tsunagu.line;
