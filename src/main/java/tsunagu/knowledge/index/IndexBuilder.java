package tsunagu.knowledge.index;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/**
 * Builds one index after another of about the same entries: an entry that was read into words before is not read again.
 * Safe for several threads.
 */
public final class IndexBuilder {
    /** Entries remembered beyond those of the last index, for indexes that are only tried. */
    private static final int SPARE = 1000;

    private final Map<TextEntry, EntryWords> read = new ConcurrentHashMap<>();
    private final WordReader words;
    private final Synonyms synonyms;
    private final RankingSettings settings;

    public IndexBuilder(WordReader words, Synonyms synonyms, RankingSettings settings) {
        this.words = settings.contentWordsOnly() ? words : words.withAllKinds();
        this.synonyms = synonyms;
        this.settings = settings;
    }

    /**
     * Indexes the entries.
     *
     * @throws IllegalArgumentException if two entries have the same id
     */
    public TextIndex build(Collection<TextEntry> entries) {
        var ids = new HashSet<String>();
        for (TextEntry entry : entries) {
            if (!ids.add(entry.id())) throw new IllegalArgumentException("two entries have the id " + entry.id());
        }
        // Lucene orders equal scores by position in the index: entries sorted by id make that an order by id.
        List<EntryWords> inOrder = entries.stream()
                .sorted(Comparator.comparing(TextEntry::id))
                .parallel()
                .map(entry -> read.computeIfAbsent(entry, each -> EntryWords.read(each, words)))
                .toList();
        if (read.size() > entries.size() + SPARE) read.keySet().retainAll(new HashSet<>(entries));
        return TextIndex.of(inOrder, words, synonyms, settings);
    }
}
