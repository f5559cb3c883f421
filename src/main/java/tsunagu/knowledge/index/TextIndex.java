package tsunagu.knowledge.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/**
 * Entries that can be searched, as they were when the index was made. Wherever it is kept, the same question gets the
 * same hits in the same order. Safe for several threads.
 */
public interface TextIndex {

    /** Makes one index after another of about the same entries. Safe for several threads. */
    interface Builder {

        /**
         * An index of the entries.
         *
         * @throws IllegalArgumentException if two entries have the same id
         */
        TextIndex build(Collection<TextEntry> entries);

        /** Tries again what could not be done for the index made last; never fails. */
        default void settle() {}
    }

    /** The index cannot be searched now; it may be in some seconds. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message) {
            super(message);
        }

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }

        /** Nothing, while nothing can be searched. */
        public static <T> List<T> orNothing(Supplier<List<T>> search) {
            try {
                return search.get();
            } catch (Unavailable e) {
                return List.of();
            }
        }
    }

    /**
     * Which entries a search is kept to. What they score is not changed by it.
     *
     * @param groups entries of other groups are left out; empty for those of all
     * @param admitted entries by id
     */
    record Among(Set<String> groups, Predicate<String> admitted) {
        public Among {
            groups = Set.copyOf(groups);
        }

        public static Among all() {
            return new Among(Set.of(), _ -> true);
        }

        public static Among groups(Set<String> groups) {
            return new Among(groups, _ -> true);
        }

        boolean admits(String id, String group) {
            return (groups.isEmpty() || groups.contains(group)) && admitted.test(id);
        }
    }

    /**
     * Reads and indexes the entries in memory.
     *
     * @throws IllegalArgumentException if two entries have the same id
     */
    static TextIndex build(List<TextEntry> entries, WordReader words, Synonyms synonyms, RankingSettings settings) {
        return new IndexBuilder(words, synonyms, settings, Optional.empty()).build(entries);
    }

    /** How this index understands a question. */
    default QueryReading read(String question) {
        return read(question, question);
    }

    /** The same for a part of what was typed: a model reads a question whole. */
    QueryReading read(String question, String typed);

    /** Whether some entry has the term. */
    boolean knows(String term);

    /** How much a term says: the fewer entries have it, the more. */
    double weight(String term);

    /** At most so many hits for a question as it was typed; none where no word of it is known, unless a model knows. */
    default TextHits search(String question, int limit) {
        return search(read(question), limit);
    }

    /** At most so many hits for a question that this index has read. */
    default TextHits search(QueryReading question, int limit) {
        return search(question, limit, Among.all());
    }

    /**
     * The same among some entries only.
     *
     * @throws IllegalArgumentException if the limit is below 1
     * @throws Unavailable if the index is kept elsewhere, and cannot be reached in time
     */
    TextHits search(QueryReading question, int limit, Among among);
}
