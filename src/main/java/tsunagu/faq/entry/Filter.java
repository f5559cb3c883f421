package tsunagu.faq.entry;

import java.util.Optional;

/**
 * Which entries a list shows.
 *
 * @param municipality empty for all
 * @param words all of which an entry must have, in any width or kana; may be empty
 * @param overdue only those past their review date, the most harmful first
 */
public record Filter(Optional<String> municipality, Optional<State> state, String words, boolean overdue, int page) {
    /** Lines of a page. */
    public static final int PAGE = 50;
}
