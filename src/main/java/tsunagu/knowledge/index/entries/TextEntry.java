package tsunagu.knowledge.index.entries;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

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

    /**
     * As every index holds them: by id.
     *
     * @throws IllegalArgumentException if two entries have the same id
     */
    public static List<TextEntry> inOrder(Collection<TextEntry> entries) {
        var ids = new HashSet<String>();
        for (TextEntry entry : entries) {
            if (!ids.add(entry.id())) throw new IllegalArgumentException("two entries have the id " + entry.id());
        }
        return entries.stream().sorted(Comparator.comparing(TextEntry::id)).toList();
    }
}
