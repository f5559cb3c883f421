package tsunagu.knowledge.index.entries;

/**
 * A text that can be found.
 *
 * @param id unique in its index; equal scores are ordered by it
 * @param group what a search may be kept to, such as the passages of one town; may be empty
 * @param title what it is about, may be empty
 * @param text what it says
 */
public record TextEntry(String id, String group, String title, String text) {

    /** Of no group. */
    public TextEntry(String id, String title, String text) {
        this(id, "", title, text);
    }
}
