package tsunagu.knowledge.index.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a term says: the fewer entries have it, the more. BM25's measure, always above 0. */
public final class TermWeights {
    private final Map<String, Integer> entriesWith;
    private final int entries;

    /** Counts in how many of the lists each term stands. */
    public TermWeights(Collection<? extends Collection<String>> termsOfEntries) {
        entriesWith = new HashMap<>();
        entries = termsOfEntries.size();
        termsOfEntries.forEach(terms -> count(terms, 1));
    }

    private TermWeights(Map<String, Integer> entriesWith, int entries) {
        this.entriesWith = entriesWith;
        this.entries = entries;
    }

    /** Counts one list of terms after the other. Not for several threads. */
    public static final class Counting {
        private final TermWeights counts = new TermWeights(List.of());
        private int entries;

        public void add(Collection<String> terms) {
            counts.count(terms, 1);
            entries++;
        }

        /** Of all that were added; nothing may be added then. */
        public TermWeights counted() {
            return new TermWeights(counts.entriesWith, entries);
        }
    }

    /** The same as if all were counted again, where only some entries were taken out and put in. */
    public TermWeights changed(
            Collection<? extends Collection<String>> out, Collection<? extends Collection<String>> in) {
        var changed = new TermWeights(new HashMap<>(entriesWith), entries + in.size() - out.size());
        out.forEach(terms -> changed.count(terms, -1));
        in.forEach(terms -> changed.count(terms, 1));
        return changed;
    }

    private void count(Collection<String> terms, int entry) {
        Collection<String> distinct = terms instanceof Set ? terms : new HashSet<>(terms);
        for (String term : distinct) {
            entriesWith.merge(term, entry, (one, other) -> one + other == 0 ? null : one + other);
        }
    }

    public boolean knows(String term) {
        return entriesWith.containsKey(term);
    }

    /** In how many of the lists the term stands. */
    public int count(String term) {
        return entriesWith.getOrDefault(term, 0);
    }

    /** An unknown term weighs most. */
    public double of(String term) {
        return ofFrequency(count(term));
    }

    /** The weight of something that stands in this many entries. */
    public double ofFrequency(int entriesWithIt) {
        return Math.log(1 + (entries - entriesWithIt + 0.5) / (entriesWithIt + 0.5));
    }
}
