package tsunagu.knowledge.index.entries;

import java.util.LinkedHashMap;
import java.util.Map;
import tsunagu.knowledge.index.words.TermWeights;

/** Weights that are computed before an entry is indexed, stored as whole numbers in place of frequencies. */
public final class Impacts {
    /** A title's share of 1 is stored as this. */
    public static final int TITLE_SCALE = 2000;
    /** An expansion's impact of 1 is stored as this. */
    public static final int EXPANSION_SCALE = 64;

    private Impacts() {}

    /** The share each title word has of the title's weight, in {@link #TITLE_SCALE}ths, at least 1. */
    public static Map<String, Integer> ofTitle(Iterable<String> distinctTitleTerms, TermWeights weights) {
        double whole = 0;
        for (String term : distinctTitleTerms) whole += weights.of(term);
        var shares = new LinkedHashMap<String, Double>();
        for (String term : distinctTitleTerms) shares.put(term, weights.of(term) / whole);
        return scaled(shares, TITLE_SCALE);
    }

    /** What an entry's words stand for, in {@link #EXPANSION_SCALE}ths, at least 1. */
    public static Map<String, Integer> ofExpansion(Map<String, Double> expansion) {
        return scaled(expansion, EXPANSION_SCALE);
    }

    private static Map<String, Integer> scaled(Map<String, Double> impacts, int scale) {
        var whole = new LinkedHashMap<String, Integer>();
        impacts.forEach((term, impact) -> whole.put(term, Math.max(1, (int) Math.round(impact * scale))));
        return whole;
    }
}
