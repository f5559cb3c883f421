package tsunagu.areas;

import java.util.List;
import tsunagu.documents.Citation;

/** Something that is so, and what says so; there is no fact without evidence. */
public record Fact<T>(T value, Confidence confidence, List<Evidence> evidence) {

    public Fact {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) throw new IllegalArgumentException("a fact needs evidence");
    }

    /** How sure we are; what is only of medium confidence is told as such. */
    public enum Confidence {
        HIGH,
        MEDIUM
    }

    /** What a fact rests on. */
    public sealed interface Evidence {}

    /** Words of one of the town's documents, found there at start-up. */
    public record Quoted(Citation citation) implements Evidence {}

    /**
     * A page outside the documents.
     *
     * @param published a date, or words where the page bears none
     */
    public record OutsidePage(
            String id, String publisher, String title, String published, String address, Confidence confidence)
            implements Evidence {}

    /** Concluded from other facts; the reason is told. */
    public record Derived(String reason) implements Evidence {}

    public boolean certain() {
        return confidence == Confidence.HIGH;
    }

    /** True where no document of the town bears it out. */
    public boolean onlyFromOutside() {
        return evidence.stream().noneMatch(Quoted.class::isInstance);
    }
}
