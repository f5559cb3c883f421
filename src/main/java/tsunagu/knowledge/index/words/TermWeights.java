package tsunagu.knowledge.index.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How much a term says: the fewer entries have it, the more. BM25's measure, always above 0. */
public final class TermWeights {
    private final Map<String, Integer> entriesWith = new HashMap<>();
    private final int entries;

    /** Counts in how many of the lists each term stands. */
    public TermWeights(Collection<? extends Collection<String>> termsOfEntries) {
        entries = termsOfEntries.size();
        for (Collection<String> terms : termsOfEntries) {
            Collection<String> distinct = terms instanceof Set ? terms : new HashSet<>(terms);
            for (String term : distinct) entriesWith.merge(term, 1, Integer::sum);
        }
    }

    public boolean knows(String term) {
        return entriesWith.containsKey(term);
    }

    /** An unknown term weighs most. */
    public double of(String term) {
        return ofFrequency(entriesWith.getOrDefault(term, 0));
    }

    /** The weight of something that stands in this many entries. */
    public double ofFrequency(int entriesWithIt) {
        return Math.log(1 + (entries - entriesWithIt + 0.5) / (entriesWithIt + 0.5));
    }
}
