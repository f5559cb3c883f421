/**
 * Japanese text into words to compare: Kuromoji, the kinds of word that carry meaning, readings, bigrams, names the
 * dictionary does not know, and words that mean the same.
 *
 * <p>Start with {@link tsunagu.knowledge.index.words.WordReader} and
 * {@link tsunagu.knowledge.index.words.Synonyms}.
 *
 * <p>May import: text.
 */
package tsunagu.knowledge.index.words;
