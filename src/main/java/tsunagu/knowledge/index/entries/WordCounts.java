package tsunagu.knowledge.index.entries;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import tsunagu.knowledge.index.words.TermWeights;

/** In how many entries each word stands, as written, by its sound and as pairs of letters; and how long entries are. */
public record WordCounts(TermWeights terms, TermWeights readings, TermWeights bigrams, Lengths lengths) {

    /** Counts the words of all entries. */
    public static WordCounts of(Collection<EntryWords> entries) {
        var counting = new Counting();
        counting.add(entries);
        return counting.counted();
    }

    /** Counts some entries after others, so that not all need to be in memory. Not for several threads. */
    public static final class Counting {
        private final TermWeights.Counting terms = new TermWeights.Counting();
        private final TermWeights.Counting readings = new TermWeights.Counting();
        private final TermWeights.Counting bigrams = new TermWeights.Counting();
        private Lengths lengths = Lengths.of(List.of());

        public void add(Collection<EntryWords> entries) {
            for (EntryWords entry : entries) {
                terms.add(entry.distinctTerms());
                readings.add(entry.distinctReadings());
                bigrams.add(entry.bigrams());
            }
            lengths = lengths.changed(List.of(), entries);
        }

        /** Of all that were added; nothing may be added then. */
        public WordCounts counted() {
            return new WordCounts(terms.counted(), readings.counted(), bigrams.counted(), lengths);
        }
    }

    /** The same as if all were counted again, where only some entries were taken out and put in. */
    public WordCounts changed(Collection<EntryWords> out, Collection<EntryWords> in) {
        return new WordCounts(
                changed(terms, out, in, EntryWords::distinctTerms),
                changed(readings, out, in, EntryWords::distinctReadings),
                changed(bigrams, out, in, EntryWords::bigrams),
                lengths.changed(out, in));
    }

    private static TermWeights changed(
            TermWeights weights,
            Collection<EntryWords> out,
            Collection<EntryWords> in,
            Function<EntryWords, ? extends Collection<String>> terms) {
        return weights.changed(
                out.stream().map(terms).toList(), in.stream().map(terms).toList());
    }
}
