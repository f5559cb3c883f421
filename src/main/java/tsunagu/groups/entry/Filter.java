package tsunagu.groups.entry;

import java.util.Optional;

/**
 * Which groups a list shows.
 *
 * @param municipality empty for all
 * @param words that must all be in it
 * @param page from 0
 */
public record Filter(
        Optional<String> municipality, Optional<State> state, Optional<Kind> kind, String words, int page) {
    /** How many a page shows. */
    public static final int PAGE = 50;
}
