/**
 * What is remembered of a conversation, and the questions nobody could answer; both masked, both expiring.
 *
 * <p>Start with {@link tsunagu.conversation.memory.Memory}.
 *
 * <p>May import: keeping, text.
 */
package tsunagu.conversation.memory;
