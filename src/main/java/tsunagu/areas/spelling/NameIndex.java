package tsunagu.areas.spelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.text.FoldedText;
import tsunagu.text.Folding;
import tsunagu.text.Hangul;
import tsunagu.text.Kana;
import tsunagu.text.Romaji;

/**
 * Finds names in what a resident typed: from left to right, the longest name that fits its surroundings.
 * 「東伏見小」 is never found as 「東小」, 「ひばりが丘北」 never as 「ひばりが丘」, 「大泉町」 never as 「泉町」.
 *
 * @param <T> what the names stand for
 */
public final class NameIndex<T> {
    /** In kana; what is shorter sounds like much else. */
    private static final int SHORTEST_MISREAD = 4;

    private final Map<String, Set<T>> named;
    private final Set<String> onlyAlone;
    private final Heard<T> heard;
    private final Misspelt<T> misspelt;
    private final int longest;

    private NameIndex(Map<String, Set<T>> named, Set<String> onlyAlone, Heard<T> heard) {
        this.named = named;
        this.onlyAlone = onlyAlone;
        this.heard = heard;
        this.misspelt = new Misspelt<>(named, onlyAlone, heard);
        this.longest = named.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * A name that was found.
     *
     * @param start first UTF-16 unit in the text, width unified
     * @param end one past the last
     * @param typed the words as typed, width unified
     * @param targets all that bear this name, in the order they were added; more than one is for the caller to settle
     * @param certain false where the name is only like one of ours and must be asked
     */
    public record Match<T>(int start, int end, String typed, List<T> targets, boolean certain) {}

    /** Names in any script, in the order they stand. */
    public List<Match<T>> find(String words) {
        FoldedText text = FoldedText.of(words);
        var matches = new ArrayList<>(written(text));
        for (var found : heard.find(text.source())) {
            boolean free = matches.stream().noneMatch(one -> one.start() < found.end() && found.start() < one.end());
            if (free) {
                String typed = text.source().substring(found.start(), found.end());
                matches.add(new Match<>(found.start(), found.end(), typed, List.copyOf(found.targets()), true));
            }
        }
        matches.sort(Comparator.comparingInt(Match::start));
        return List.copyOf(matches);
    }

    /**
     * Names with a mistake in them.
     *
     * @param left the text, width unified, with blanks in place of what was found
     */
    public List<Match<T>> findMisspelt(String left) {
        return misspelt.find(left).stream()
                .map(guess -> new Match<>(
                        guess.start(),
                        guess.end(),
                        left.substring(guess.start(), guess.end()),
                        List.copyOf(guess.targets()),
                        guess.certain()))
                .toList();
    }

    private List<Match<T>> written(FoldedText text) {
        var matches = new ArrayList<Match<T>>();
        int i = 0;
        int afterMatch = -1;
        while (i < text.folded().length()) {
            int end = longestEnd(text, i, afterMatch);
            if (end < 0) {
                i++;
                continue;
            }
            var targets = List.copyOf(named.get(text.folded().substring(i, end)));
            int from = text.positions()[i];
            int to = text.positions()[end - 1] + 1;
            matches.add(new Match<>(from, to, text.sourceBetween(i, end), targets, true));
            i = end;
            afterMatch = end;
        }
        return matches;
    }

    private int longestEnd(FoldedText text, int start, int afterMatch) {
        for (int end = Math.min(text.folded().length(), start + longest); end > start; end--) {
            String candidate = text.folded().substring(start, end);
            if (!named.containsKey(candidate)) continue;
            if (onlyAlone.contains(candidate) && !Surroundings.isAlone(text.folded(), start, end)) continue;
            boolean holdsOffice = named.containsKey(candidate.substring(0, candidate.length() - 1))
                    && Surroundings.isOffice(text.folded(), end - 1);
            if (!holdsOffice && Surroundings.fit(text, start, end, afterMatch == start)) return end;
        }
        return -1;
    }

    /** Collects names; the same name may be added for several targets. */
    public static final class Builder<T> {
        private final Map<String, Set<T>> named = new HashMap<>();
        private final Set<String> onlyAlone = new LinkedHashSet<>();
        private final Heard<T> heard = new Heard<>();

        /** A name in every way it is written, and as it sounds in Latin letters and hangul. */
        public Builder<T> add(Name name, T target) {
            name.spellings().forEach(spelling -> write(spelling, target));
            Sounds.latin(name).forEach(latin -> heard.addLatin(latin, target));
            Sounds.hangul(name).forEach(key -> heard.addHangul(key, target));
            return this;
        }

        /** A name as it is written; one in kana also as it sounds, as who misreads it does so in any script. */
        public Builder<T> add(String spelling, T target) {
            write(spelling, target);
            String folded = Folding.name(spelling);
            if (folded.length() >= SHORTEST_MISREAD && Kana.isAllHiragana(folded)) {
                heard.addLatin(Romaji.of(folded), target);
                Hangul.keys(folded).forEach(key -> heard.addHangul(key, target));
            }
            return this;
        }

        private void write(String spelling, T target) {
            String folded = Folding.name(spelling);
            if (folded.isEmpty()) return;
            named.computeIfAbsent(folded, any -> new LinkedHashSet<>()).add(target);
            boolean latin = folded.chars().allMatch(c -> c < 128 || Kana.isLatin((char) c));
            if (latin) heard.addLatin(spelling, target);
        }

        /** A name so common as a word that it counts only when it is all that was typed: 「東」. */
        public Builder<T> addAlone(String spelling, T target) {
            onlyAlone.add(Folding.name(spelling));
            return add(spelling, target);
        }

        /** A name by its reading, for those who write Latin letters. */
        public Builder<T> addHeard(String latin, T target) {
            heard.addLatin(latin, target);
            return this;
        }

        public NameIndex<T> build() {
            return new NameIndex<>(Map.copyOf(named), Set.copyOf(onlyAlone), heard);
        }
    }
}
