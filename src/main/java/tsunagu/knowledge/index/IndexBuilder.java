package tsunagu.knowledge.index;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.index.entries.EntryWords;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.entries.Vocabulary;
import tsunagu.knowledge.index.entries.WordCounts;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/**
 * Builds one index after another of about the same entries: an entry that was read into words before is not read again.
 * Safe for several threads.
 */
public final class IndexBuilder implements TextIndex.Builder {
    /** What residents are told, and a change that is being tried: looked at twice, and then published. */
    private static final int RECENT = 3;

    /** Entries remembered beyond those of the last index, for indexes that are only tried. */
    private static final int SPARE = 1000;

    private final Map<TextEntry, EntryWords> read;
    private final Vocabulary vocabulary;
    private final WordReader words;
    private final Synonyms synonyms;
    private final RankingSettings settings;
    private final Optional<Embedding> embedding;
    private Last last = new Last(List.of(), WordCounts.of(List.of()));
    /** The last ones asked for, newest first. */
    private final Deque<Built> recent = new ArrayDeque<>();

    /** What was indexed before. */
    private record Last(List<EntryWords> entries, WordCounts counted) {}

    /** An index, as long as there is memory for it. */
    private record Built(List<EntryWords> entries, SoftReference<TextIndex> index) {

        boolean isOf(List<EntryWords> others) {
            return entries.size() == others.size()
                    && IntStream.range(0, others.size()).allMatch(i -> entries.get(i) == others.get(i));
        }
    }

    public IndexBuilder(WordReader words, Synonyms synonyms, RankingSettings settings, Optional<Embedding> embedding) {
        this(
                new ConcurrentHashMap<>(),
                new Vocabulary(),
                settings.contentWordsOnly() ? words : words.withAllKinds(),
                synonyms,
                settings,
                embedding);
    }

    private IndexBuilder(
            Map<TextEntry, EntryWords> read,
            Vocabulary vocabulary,
            WordReader words,
            Synonyms synonyms,
            RankingSettings settings,
            Optional<Embedding> embedding) {
        this.read = read;
        this.vocabulary = vocabulary;
        this.words = words;
        this.synonyms = synonyms;
        this.settings = settings;
        this.embedding = embedding;
    }

    public WordReader words() {
        return words;
    }

    public Synonyms synonyms() {
        return synonyms;
    }

    public RankingSettings settings() {
        return settings;
    }

    /** Another that weighs the signals otherwise, and shares what this one has read. */
    public IndexBuilder with(RankingSettings other) {
        if (other.contentWordsOnly() != settings.contentWordsOnly()) {
            throw new IllegalArgumentException("what was read with some words cannot be used with others");
        }
        return new IndexBuilder(read, vocabulary, words, synonyms, other, embedding);
    }

    /** Most indexes differ from the one before by an entry or two, and counting all words again takes a second. */
    private synchronized WordCounts counted(List<EntryWords> entries) {
        Set<EntryWords> in = identities(entries);
        last.entries().forEach(in::remove);
        Set<EntryWords> out = identities(last.entries());
        entries.forEach(out::remove);
        WordCounts counted = in.size() + out.size() > entries.size() / 4
                ? WordCounts.of(entries)
                : last.counted().changed(out, in);
        last = new Last(entries, counted);
        return counted;
    }

    /** The words read of an entry are kept, so an entry is the same if they are: comparing them takes longer. */
    private static Set<EntryWords> identities(Collection<EntryWords> entries) {
        Set<EntryWords> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(entries);
        return identities;
    }

    private synchronized Optional<TextIndex> findBuilt(List<EntryWords> entries) {
        Optional<Built> found =
                recent.stream().filter(built -> built.isOf(entries)).findFirst();
        found.ifPresent(built -> {
            recent.remove(built);
            recent.addFirst(built);
        });
        return found.map(built -> built.index().get());
    }

    private synchronized void remember(List<EntryWords> entries, TextIndex index) {
        recent.addFirst(new Built(entries, new SoftReference<>(index)));
        if (recent.size() > RECENT) recent.removeLast();
    }

    /**
     * Indexes the entries; where they are those of one of the last indexes, that is it.
     *
     * @throws IllegalArgumentException if two entries have the same id
     */
    @Override
    public TextIndex build(Collection<TextEntry> entries) {
        // Lucene orders equal scores by position in the index: entries sorted by id make that an order by id.
        List<EntryWords> inOrder = TextEntry.inOrder(entries).stream()
                .parallel()
                .map(entry -> read.computeIfAbsent(entry, each -> EntryWords.read(each, words, vocabulary, embedding)))
                .toList();
        if (read.size() > entries.size() + SPARE) read.keySet().retainAll(new HashSet<>(entries));
        Optional<TextIndex> built = findBuilt(inOrder);
        if (built.isPresent()) return built.get();
        TextIndex index = EmbeddedIndex.of(inOrder, counted(inOrder), words, synonyms, settings, embedding);
        remember(inOrder, index);
        return index;
    }
}
