package tsunagu.areas.spelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.text.FoldedText;
import tsunagu.text.Folding;

/**
 * Finds names in what a resident typed: from left to right, the longest name that fits its surroundings.
 * 「東伏見小」 is never found as 「東小」, 「ひばりが丘北」 never as 「ひばりが丘」, 「大泉町」 never as 「泉町」.
 *
 * @param <T> what the names stand for
 */
public final class NameIndex<T> {

    private final Map<String, Set<T>> named;
    private final Set<String> onlyAlone;
    private final int longest;

    private NameIndex(Map<String, Set<T>> named, Set<String> onlyAlone) {
        this.named = named;
        this.onlyAlone = onlyAlone;
        this.longest = named.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * A name that was found.
     *
     * @param start first UTF-16 unit in the folded text
     * @param end one past the last
     * @param typed the words as typed, width unified
     * @param targets all that bear this name, in the order they were added; more than one is for the caller to settle
     */
    public record Match<T>(int start, int end, String typed, List<T> targets) {}

    public List<Match<T>> find(FoldedText text) {
        var matches = new ArrayList<Match<T>>();
        int i = 0;
        while (i < text.folded().length()) {
            int end = longestEnd(text, i, matches);
            if (end < 0) {
                i++;
                continue;
            }
            var targets = List.copyOf(named.get(text.folded().substring(i, end)));
            matches.add(new Match<>(i, end, text.sourceBetween(i, end), targets));
            i = end;
        }
        return List.copyOf(matches);
    }

    private int longestEnd(FoldedText text, int start, List<Match<T>> before) {
        int afterMatch = before.isEmpty() ? -1 : before.getLast().end();
        for (int end = Math.min(text.folded().length(), start + longest); end > start; end--) {
            String candidate = text.folded().substring(start, end);
            if (!named.containsKey(candidate)) continue;
            if (onlyAlone.contains(candidate) && !Surroundings.isAlone(text.folded(), start, end)) continue;
            if (Surroundings.fit(text, start, end, afterMatch == start)) return end;
        }
        return -1;
    }

    /** Collects names; the same name may be added for several targets. */
    public static final class Builder<T> {
        private final Map<String, Set<T>> named = new HashMap<>();
        private final Set<String> onlyAlone = new LinkedHashSet<>();

        public Builder<T> add(Name name, T target) {
            name.spellings().forEach(spelling -> add(spelling, target));
            return this;
        }

        public Builder<T> add(String spelling, T target) {
            String folded = Folding.name(spelling);
            if (!folded.isEmpty()) {
                named.computeIfAbsent(folded, any -> new LinkedHashSet<>()).add(target);
            }
            return this;
        }

        /** A name so common as a word that it counts only when it is all that was typed: 「東」. */
        public Builder<T> addAlone(String spelling, T target) {
            onlyAlone.add(Folding.name(spelling));
            return add(spelling, target);
        }

        public NameIndex<T> build() {
            return new NameIndex<>(Map.copyOf(named), Set.copyOf(onlyAlone));
        }
    }
}
