package tsunagu.knowledge.index;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/**
 * Builds one index after another of about the same entries: an entry that was read into words before is not read again.
 * Safe for several threads.
 */
public final class IndexBuilder {
    /** Entries remembered beyond those of the last index, for indexes that are only tried. */
    private static final int SPARE = 1000;

    private final Map<TextEntry, EntryWords> read;
    private final WordReader words;
    private final Synonyms synonyms;
    private final RankingSettings settings;
    private final Optional<Embedding> embedding;

    public IndexBuilder(WordReader words, Synonyms synonyms, RankingSettings settings, Optional<Embedding> embedding) {
        this(
                new ConcurrentHashMap<>(),
                settings.contentWordsOnly() ? words : words.withAllKinds(),
                synonyms,
                settings,
                embedding);
    }

    private IndexBuilder(
            Map<TextEntry, EntryWords> read,
            WordReader words,
            Synonyms synonyms,
            RankingSettings settings,
            Optional<Embedding> embedding) {
        this.read = read;
        this.words = words;
        this.synonyms = synonyms;
        this.settings = settings;
        this.embedding = embedding;
    }

    /** Another that weighs the signals otherwise, and shares what this one has read. */
    public IndexBuilder with(RankingSettings other) {
        if (other.contentWordsOnly() != settings.contentWordsOnly()) {
            throw new IllegalArgumentException("what was read with some words cannot be used with others");
        }
        return new IndexBuilder(read, words, synonyms, other, embedding);
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
                .map(entry -> read.computeIfAbsent(entry, each -> EntryWords.read(each, words, embedding)))
                .toList();
        if (read.size() > entries.size() + SPARE) read.keySet().retainAll(new HashSet<>(entries));
        return TextIndex.of(inOrder, words, synonyms, settings, embedding);
    }
}
