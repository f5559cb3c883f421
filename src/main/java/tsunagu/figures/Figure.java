package tsunagu.figures;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What is counted: something of a kind that happened on a day, in a channel, about a municipality.
 *
 * @param which of its kind; the migration says what it may be
 */
record Figure(LocalDate day, String channel, String municipality, Kind kind, String which)
        implements Comparable<Figure> {
    /** The same on every copy, so that two that add to the same rows at once never wait for each other. */
    private static final Comparator<Figure> ORDER = Comparator.comparing(Figure::day)
            .thenComparing(Figure::channel)
            .thenComparing(Figure::municipality)
            .thenComparing(Figure::kind)
            .thenComparing(Figure::which);

    /** What is counted, as it is stored in small letters. */
    enum Kind {
        /** What became of a message. */
        OUTCOME,
        /** Why something is not known. */
        REASON,
        TOPIC,
        AREA,
        /** How many milliseconds a reply took at most. */
        TIME,
        /** What residents said of an answer. */
        RATING
    }

    @Override
    public int compareTo(Figure other) {
        return ORDER.compare(this, other);
    }
}
