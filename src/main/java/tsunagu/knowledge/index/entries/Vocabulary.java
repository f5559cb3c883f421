package tsunagu.knowledge.index.entries;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tsunagu.knowledge.index.words.Word;

/**
 * Each word of many entries, held once. For entries only: a question's words would never be forgotten. Safe for several
 * threads.
 */
public final class Vocabulary {
    private final Map<Word, Word> words = new ConcurrentHashMap<>();

    /** The same words, each the very one that stands in other entries. */
    List<Word> share(List<Word> read) {
        return read.stream()
                .map(word -> words.computeIfAbsent(word, each -> each))
                .toList();
    }
}
