package tsunagu.knowledge.index.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Pairs of neighbouring kanji, katakana, letters and digits. They find what the tokenizer cuts differently in question
 * and document (転入届 and 転入の届); hiragana is left out, being mostly endings and particles.
 */
public final class Bigrams {
    private static final Pattern RUN = Pattern.compile("[々-〇゠-ヿ㐀-鿿0-9a-z]+");

    private Bigrams() {}

    /** In order of the text; a run of one letter is kept as it is. */
    public static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var bigrams = new ArrayList<String>();
        var runs = RUN.matcher(plain);
        while (runs.find()) {
            String run = runs.group();
            if (run.length() == 1) bigrams.add(run);
            for (int i = 0; i + 2 <= run.length(); i++) bigrams.add(run.substring(i, i + 2));
        }
        return bigrams;
    }
}
