package tsunagu.knowledge.likeness;

import java.util.regex.Pattern;
import java.util.stream.LongStream;
import tsunagu.text.Folding;

/** The runs of one to three characters of a text, as it is compared; its beginning and its end are characters, too. */
final class Grams {
    private static final Pattern PUNCTUATION = Pattern.compile("[?!。、,「」『』~〜…]");
    private static final char BEGIN = '\u0002';
    private static final char END = '\u0003';
    private static final int LONGEST = 3;

    private Grams() {}

    /** Each once, in ascending order; their number is at most three times that of the characters. */
    static long[] of(String text) {
        String folded = BEGIN + PUNCTUATION.matcher(Folding.name(text)).replaceAll("") + END;
        var grams = LongStream.builder();
        for (int from = 0; from < folded.length(); from++) {
            long gram = 0;
            for (int at = from; at < Math.min(from + LONGEST, folded.length()); at++) {
                gram = gram << Character.SIZE | folded.charAt(at);
                grams.add(gram);
            }
        }
        return grams.build().distinct().sorted().toArray();
    }
}
