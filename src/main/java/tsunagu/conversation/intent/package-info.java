/**
 * What a resident wants: cues in the words, places in the words, and what was said before, read into an intent.
 *
 * <p>Start with {@link tsunagu.conversation.intent.Intent} and {@link tsunagu.conversation.intent.IntentReader}.
 *
 * <p>May import: areas, text, and its siblings {@code cues}, {@code memory}, {@code wish} and {@code words}.
 */
package tsunagu.conversation.intent;
