package tsunagu.conversation.memory;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    /** Whether results of {@link #of} are alike to this one, which is taken apart once for all of them. */
    static Predicate<String> alikeTo(String one) {
        int[] pairs = pairs(one);
        return other -> {
            if (one.equals(other)) return true;
            if (Math.min(one.length(), other.length()) < SHORTEST_TO_COMPARE) return false;
            int[] others = pairs(other);
            return 2.0 * countOfBoth(pairs, others) / (pairs.length + others.length) >= ALIKE;
        };
    }

    /** Each pair of neighbouring letters once, in order of their numbers. */
    private static int[] pairs(String text) {
        return IntStream.range(1, text.length())
                .map(i -> text.charAt(i - 1) << Character.SIZE | text.charAt(i))
                .sorted()
                .distinct()
                .toArray();
    }

    private static int countOfBoth(int[] ones, int[] others) {
        int both = 0;
        int other = 0;
        for (int one : ones) {
            while (other < others.length && others[other] < one) other++;
            if (other < others.length && others[other] == one) both++;
        }
        return both;
    }
}
