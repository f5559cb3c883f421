/**
 * The sentences the assistant says, by language, from {@code config/messages}, and how names and sources are called in
 * them; which language a resident writes, and what its words are in the documents' own.
 *
 * <p>Start with {@link tsunagu.conversation.words.Messages}, {@link tsunagu.conversation.words.Speech} and
 * {@link tsunagu.conversation.words.Naming}.
 *
 * <p>May import: areas, documents, message, text.
 */
package tsunagu.conversation.words;
