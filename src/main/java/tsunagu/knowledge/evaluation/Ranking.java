package tsunagu.knowledge.evaluation;

import java.util.List;

/** A way to rank a collection's entries. */
@FunctionalInterface
interface Ranking {

    /** At most so many entries for a question, best first. */
    List<Ranked> rank(String question, int limit);

    /** An entry with its score. */
    record Ranked(String id, double score) {}
}
