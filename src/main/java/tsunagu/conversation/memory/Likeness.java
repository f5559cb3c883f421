package tsunagu.conversation.memory;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.text.Folding;

/**
 * Whether two questions are alike, by a rule a clerk can follow: without spaces, marks and polite endings they are the
 * same, or two thirds of their pairs of neighbouring letters are.
 */
final class Likeness {
    private static final double ALIKE = 0.66;
    private static final int SHORTEST_TO_COMPARE = 4;
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\s]+");

    /** In hiragana, as folding leaves them; taken off as long as there are any. */
    private static final Pattern ENDING = Pattern.compile(
            "(を?(おしえて|教えて|知りたい|しりたい)|(て)?(ください|下さい|ほしい)|" + "(の|ん)?(ですか|でしょうか|です|か)|ます|でしょう|か?な|のこと|について|って|は|を|が|に)$");

    private Likeness() {}

    /** What is left of a question for comparing; for a question of marks alone, its folded self. */
    static String of(String words) {
        String folded = Folding.name(words);
        String plain = MARKS.matcher(folded).replaceAll("");
        String before = "";
        String rest = plain;
        while (!rest.equals(before)) {
            before = rest;
            String shorter = ENDING.matcher(rest).replaceFirst("");
            if (!shorter.isEmpty()) rest = shorter;
        }
        return rest.isEmpty() ? folded : rest;
    }

    /** Of two results of {@link #of}. */
    static boolean areAlike(String one, String other) {
        if (one.equals(other)) return true;
        if (Math.min(one.length(), other.length()) < SHORTEST_TO_COMPARE) return false;
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        int both = pairs.size() + others.size();
        pairs.retainAll(others);
        return 2.0 * pairs.size() / both >= ALIKE;
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) pairs.add(text.substring(i, i + 2));
        return pairs;
    }
}
