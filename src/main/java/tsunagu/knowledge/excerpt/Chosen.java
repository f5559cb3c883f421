package tsunagu.knowledge.excerpt;

import tsunagu.knowledge.index.words.WordSet;

/**
 * What was chosen of a passage.
 *
 * @param text as a resident reads it: sentences, items each on a line after ・, rows in words each on a line
 * @param quote the print it rests on; items and rows parted by {@code \n}
 * @param words that it says
 * @param definition how well it says what a term means, 0 to 1.5; 0 for questions that ask no meaning
 * @param told how well it has the date, number, person that was asked for, 0 to 2; 0 where no such thing was asked
 */
public record Chosen(String text, String quote, WordSet words, double definition, double told) {
    /** {@link #told} where there is no doubt about it. */
    public static final double SURELY = 2;

    Chosen(String text, String quote, WordSet words, double definition) {
        this(text, quote, words, definition, 0);
    }
}
