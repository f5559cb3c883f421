package tsunagu.knowledge.index.entries;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.ToIntFunction;

/** How long the parts of the entries are in all, which an entry's own length is held against. */
public record Lengths(Length all, Length title, Length readings, Length bigrams) {

    /**
     * One part of all entries.
     *
     * @param words of all entries together
     * @param entries that have any
     */
    public record Length(long words, int entries) {
        private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

        /**
         * To two digits, so that one entry more changes the scores of no other: an index can take it in as it is. 1
         * where there is nothing.
         */
        public double average() {
            return entries == 0
                    ? 1
                    : BigDecimal.valueOf((double) words / entries)
                            .round(TWO_DIGITS)
                            .doubleValue();
        }

        private static Length of(Collection<EntryWords> entries, ToIntFunction<EntryWords> part) {
            int[] lengths =
                    entries.stream().mapToInt(part).filter(length -> length > 0).toArray();
            long words = 0;
            for (int length : lengths) words += length;
            return new Length(words, lengths.length);
        }

        private Length plus(Length other, int sign) {
            return new Length(words + sign * other.words, entries + sign * other.entries);
        }
    }

    static Lengths of(Collection<EntryWords> entries) {
        Length all = Length.of(entries, EntryWords::length);
        return new Lengths(
                all,
                Length.of(entries, entry -> entry.title().size()),
                all,
                Length.of(entries, entry -> entry.bigrams().size()));
    }

    Lengths changed(Collection<EntryWords> out, Collection<EntryWords> in) {
        return plus(of(out), -1).plus(of(in), 1);
    }

    private Lengths plus(Lengths other, int sign) {
        return new Lengths(
                all.plus(other.all, sign),
                title.plus(other.title, sign),
                readings.plus(other.readings, sign),
                bigrams.plus(other.bigrams, sign));
    }
}
