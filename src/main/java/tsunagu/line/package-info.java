/**
 * LINE in and out: the webhook and its signature, messages in LINE's form, replies through LINE's own client.
 *
 * <p>A webhook goes {@code LineController} → {@code LineEventReader} → {@code LineWorker} → the inbox, and from there
 * → {@code LineAnswers} → the inbox → {@code LineSender}; {@code LineChannels} knows the town's accounts. What goes to
 * many at once goes through {@link tsunagu.line.Multicasts}.
 *
 * <p>May import: conversation, keeping, message, text, and its own children. LINE's SDK is used nowhere else.
 */
package tsunagu.line;
