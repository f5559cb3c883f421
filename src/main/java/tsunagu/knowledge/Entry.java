package tsunagu.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.documents.Citation;

/**
 * A question with the answer that staff wrote and approved.
 *
 * @param id unique over all sources; stable over the life of the entry
 * @param municipality whose residents it is for, such as {@code nishitokyo}
 * @param wordings the question first, then the other ways it is asked; at least one
 * @param about other words it is about: tags, the municipality, an area
 * @param answer told whole, lines parted by {@code \n}
 * @param approvedAt of two entries with the same wording the one approved later answers
 * @param until from this moment on it is no longer told
 */
public record Entry(
        String id,
        String municipality,
        List<String> wordings,
        List<String> about,
        String answer,
        Origin origin,
        Instant approvedAt,
        Optional<Instant> until) {

    public Entry {
        wordings = List.copyOf(wordings);
        about = List.copyOf(about);
        if (wordings.isEmpty()) throw new IllegalArgumentException("an entry asks at least one question");
    }

    public String question() {
        return wordings.getFirst();
    }

    boolean isTold(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** What the answer rests on; never nothing. */
    public sealed interface Origin {

        /** A place in one of the documents. */
        record InDocument(Citation citation) implements Origin {}

        /**
         * A page outside the documents.
         *
         * @param publisher may be empty
         */
        record OnPage(String title, String publisher, LocalDate seen) implements Origin {}

        /** The town's own word, as of the day it was approved. */
        record Own(LocalDate approved) implements Origin {}
    }

    /**
     * A room that keeps entries. The index is made from {@link #listEntries} and follows {@link #revision}; on every
     * node, within about a second.
     */
    public interface Source {

        /** Those to be told, also where their time is nearly over. */
        List<Entry> listEntries();

        /** A number that is another one after each change of what {@link #listEntries} gives. */
        long revision();

        /** An entry was told to a resident. Must neither fail nor take long. */
        void told(String id);
    }
}
