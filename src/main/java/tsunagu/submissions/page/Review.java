package tsunagu.submissions.page;

import java.util.List;
import java.util.Map;
import tsunagu.desk.Alike;
import tsunagu.submissions.check.Sign;
import tsunagu.submissions.entry.State;
import tsunagu.submissions.entry.Submission;

/**
 * A submission as staff decide on it.
 *
 * @param town what its municipality is called
 * @param alike what may be the same
 * @param made path of the staff page of what was made of it; empty where there is none
 * @param shown path of the public page; empty where residents do not see it
 */
public record Review(Submission one, String town, String sentOn, List<Alike> alike, String made, String shown) {

    /** How many there are in each state. */
    public record Counts(Map<State, Long> counts) {
        public long of(State state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    public List<Told> lines() {
        return Told.of(one);
    }

    /** What made it doubtful, in words. */
    public List<String> doubts() {
        return doubts(one);
    }

    public static List<String> doubts(Submission one) {
        return one.decision().doubts().stream()
                .flatMap(key -> Sign.findByKey(key).stream())
                .map(Sign::label)
                .toList();
    }
}
