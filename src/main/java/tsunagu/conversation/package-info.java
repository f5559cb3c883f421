/**
 * The dialogue: what a resident said, and who and where they are, becomes a reply.
 *
 * <p>Start with {@link tsunagu.conversation.Conversations}, {@link tsunagu.conversation.Utterance} and
 * {@link tsunagu.conversation.Reply}.
 *
 * <p>May import: submissions, knowledge, areas, atlas, events, groups, documents, subscriptions, keeping, message,
 * text.
 */
package tsunagu.conversation;
