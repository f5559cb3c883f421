package tsunagu.knowledge.index.entries;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import tsunagu.knowledge.index.words.TermWeights;

/**
 * In how many entries each word stands: as it is written, as it sounds, and as pairs of letters; and how long entries are.
 */
public record WordCounts(TermWeights terms, TermWeights readings, TermWeights bigrams, Lengths lengths) {

    /** Counts the words of all entries. */
    public static WordCounts of(Collection<EntryWords> entries) {
        return new WordCounts(
                new TermWeights(entries.stream().map(EntryWords::distinctTerms).toList()),
                new TermWeights(
                        entries.stream().map(EntryWords::distinctReadings).toList()),
                new TermWeights(
                        entries.stream().map(EntryWords::distinctBigrams).toList()),
                Lengths.of(entries));
    }

    /** The same as if all were counted again, where only some entries were taken out and put in. */
    public WordCounts changed(Collection<EntryWords> out, Collection<EntryWords> in) {
        return new WordCounts(
                changed(terms, out, in, EntryWords::distinctTerms),
                changed(readings, out, in, EntryWords::distinctReadings),
                changed(bigrams, out, in, EntryWords::distinctBigrams),
                lengths.changed(out, in));
    }

    private static TermWeights changed(
            TermWeights weights,
            Collection<EntryWords> out,
            Collection<EntryWords> in,
            Function<EntryWords, Set<String>> terms) {
        return weights.changed(
                out.stream().map(terms).toList(), in.stream().map(terms).toList());
    }
}
