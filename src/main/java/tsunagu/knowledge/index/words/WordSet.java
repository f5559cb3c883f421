package tsunagu.knowledge.index.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of a text, to ask whether it says something. */
public final class WordSet {
    private static final WordSet EMPTY = new WordSet(List.of());

    private final List<Word> inOrder;
    private final Set<String> terms = new HashSet<>();
    private final Set<String> readings = new HashSet<>();

    private WordSet(List<Word> inOrder) {
        this.inOrder = inOrder;
        inOrder.forEach(word -> {
            terms.add(word.term());
            readings.add(word.reading());
        });
    }

    public static WordSet of(List<Word> words) {
        return words.isEmpty() ? EMPTY : new WordSet(List.copyOf(words));
    }

    public static WordSet empty() {
        return EMPTY;
    }

    /** The words of both; a row of words does not run from one into the other. */
    public WordSet and(WordSet other) {
        if (other.inOrder.isEmpty()) return this;
        if (inOrder.isEmpty()) return other;
        var both = new ArrayList<>(inOrder);
        both.add(new Word("\n", "\n"));
        both.addAll(other.inOrder);
        return new WordSet(both);
    }

    /** Whether the word is said, in this or another spelling that sounds the same. */
    public boolean says(String term, String reading) {
        return terms.contains(term) || readings.contains(reading);
    }

    /** Whether these words are said one after the other. */
    public boolean saysTogether(List<String> row) {
        if (row.isEmpty() || !terms.contains(row.getFirst())) return false;
        for (int at = 0; at + row.size() <= inOrder.size(); at++) {
            int matched = 0;
            while (matched < row.size() && inOrder.get(at + matched).term().equals(row.get(matched))) matched++;
            if (matched == row.size()) return true;
        }
        return false;
    }
}
