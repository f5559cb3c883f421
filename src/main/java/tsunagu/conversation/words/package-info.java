/**
 * The sentences the assistant says, by language, from {@code config/messages}.
 *
 * <p>Start with {@link tsunagu.conversation.words.Messages} and {@link tsunagu.conversation.words.Speech}.
 *
 * <p>May import: text.
 */
package tsunagu.conversation.words;
