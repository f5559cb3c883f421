package tsunagu.desk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.text.Folding;

/** How alike two names are, and by which of its words a name's likes are looked for. */
public final class Likeness {
    private static final Pattern RUN = Pattern.compile("[一-龠々ヶ]{2,}|[ァ-ヶー]{2,}|[ぁ-ん]{3,}|[a-z0-9]{3,}|[가-힣]{2,}");
    private static final int MOST_RUNS = 4;
    /** Half of what is in one is in the other. */
    private static final double ALIKE = 0.5;

    private Likeness() {}

    public static boolean areAlike(String one, String other) {
        String left = Folding.name(one);
        String right = Folding.name(other);
        if (left.isEmpty() || right.isEmpty()) return false;
        if (left.equals(right)) return true;
        Set<String> ofLeft = pairs(left);
        Set<String> ofRight = pairs(right);
        if (ofLeft.isEmpty() || ofRight.isEmpty()) return false;
        var both = new HashSet<>(ofLeft);
        both.retainAll(ofRight);
        return 2.0 * both.size() / (ofLeft.size() + ofRight.size()) >= ALIKE;
    }

    /** The longest words of a name, at most four; the whole of one that has none. */
    public static List<String> words(String name) {
        List<String> runs = RUN.matcher(Folding.width(name))
                .results()
                .map(run -> run.group())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_RUNS)
                .toList();
        return runs.isEmpty() ? List.of(name) : runs;
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) pairs.add(text.substring(i, i + 2));
        return pairs;
    }
}
