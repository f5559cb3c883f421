/**
 * Signs in a resident's words of what is wanted, as {@code config/language/cues.yml} lists them.
 *
 * <p>Start with {@link tsunagu.conversation.cues.Cue} and {@link tsunagu.conversation.cues.CueReading}.
 *
 * <p>May import: areas, text.
 */
package tsunagu.conversation.cues;
