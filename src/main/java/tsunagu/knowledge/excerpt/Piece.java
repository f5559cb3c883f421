package tsunagu.knowledge.excerpt;

import java.text.Normalizer;
import java.util.regex.Pattern;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;

/**
 * What an excerpt is made of: a sentence, an item, a row.
 *
 * @param text as a resident reads it
 * @param print as the document has it
 * @param words without those of a deputy's title
 * @param allWords with them, for a question about a deputy
 */
record Piece(String text, String print, WordSet words, WordSet allWords) {
    /** 副委員長 is no 委員長: a deputy must not answer a question for the head. */
    private static final Pattern DEPUTY = Pattern.compile("副[\\p{IsHan}]{1,3}");

    /**
     * A piece of a passage.
     *
     * @param meant the words to go by, where they are more than the text
     */
    static Piece of(String text, String print, String meant, WordReader words) {
        String plain = Normalizer.normalize(meant, Normalizer.Form.NFKC);
        WordSet all = WordSet.of(words.read(plain));
        String heads = DEPUTY.matcher(plain).replaceAll(" ");
        return new Piece(text, print, heads.equals(plain) ? all : WordSet.of(words.read(heads)), all);
    }

    static Piece of(String text, WordReader words) {
        return of(text, text, text, words);
    }

    WordSet words(boolean deputies) {
        return deputies ? allWords : words;
    }
}
