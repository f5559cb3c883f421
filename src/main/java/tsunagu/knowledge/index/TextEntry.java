package tsunagu.knowledge.index;

/**
 * A text that can be found.
 *
 * @param id unique in its index; equal scores are ordered by it
 * @param title what it is about, may be empty
 * @param text what it says
 */
public record TextEntry(String id, String title, String text) {}
