package tsunagu.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.vectors.VectorSpace;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.TermWeights;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;

/**
 * Entries that can be searched, in memory. It never changes: a change of the entries is a new index built aside and put
 * in its place. Safe for several threads; the same question always gets the same hits in the same order.
 */
public final class TextIndex {
    /** So many distinct words of a question are searched for; later ones of a pasted page are not. */
    private static final int MOST_WORDS = 100;

    private static final int BUFFER_MEGABYTES = 256;

    private static final int WORTH_TWO_PARTS = 1000;

    /** The margin is taken between the first and this hit. */
    private static final int MARGIN_RANK = 5;

    private final WordReader words;
    private final Synonyms synonyms;
    private final RankingSettings settings;
    private final List<EntryWords> entries;
    private final TermWeights terms;
    private final TermWeights readings;
    private final TermWeights bigrams;
    private final IndexSearcher searcher;
    private final Optional<Embedding> embedding;
    private final Optional<VectorSpace> space;

    private TextIndex(
            List<EntryWords> entries,
            Counted counted,
            WordReader words,
            Synonyms synonyms,
            RankingSettings settings,
            Optional<Embedding> embedding)
            throws IOException {
        this.words = words;
        this.synonyms = synonyms;
        this.settings = settings;
        this.entries = entries;
        terms = counted.terms();
        readings = counted.readings();
        bigrams = counted.bigrams();
        this.embedding = embedding;
        List<float[]> vectors = entries.stream().map(EntryWords::vector).toList();
        space = vectors.stream().anyMatch(vector -> vector.length > 0)
                ? Optional.of(new VectorSpace(vectors))
                : Optional.empty();
        searcher = new IndexSearcher(write());
        searcher.setSimilarity(EntryFields.similarity(settings));
    }

    /**
     * Reads and indexes the entries.
     *
     * @throws IllegalArgumentException if two entries have the same id
     */
    public static TextIndex build(
            List<TextEntry> entries, WordReader words, Synonyms synonyms, RankingSettings settings) {
        return new IndexBuilder(words, synonyms, settings, Optional.empty()).build(entries);
    }

    /** In how many entries each word stands. */
    record Counted(TermWeights terms, TermWeights readings, TermWeights bigrams) {

        static Counted of(Collection<EntryWords> entries) {
            return new Counted(
                    new TermWeights(
                            entries.stream().map(EntryWords::distinctTerms).toList()),
                    new TermWeights(
                            entries.stream().map(EntryWords::distinctReadings).toList()),
                    new TermWeights(
                            entries.stream().map(EntryWords::distinctBigrams).toList()));
        }

        Counted changed(Collection<EntryWords> out, Collection<EntryWords> in) {
            return new Counted(
                    changed(terms, out, in, EntryWords::distinctTerms),
                    changed(readings, out, in, EntryWords::distinctReadings),
                    changed(bigrams, out, in, EntryWords::distinctBigrams));
        }

        private static TermWeights changed(
                TermWeights weights,
                Collection<EntryWords> out,
                Collection<EntryWords> in,
                Function<EntryWords, Set<String>> terms) {
            return weights.changed(
                    out.stream().map(terms).toList(), in.stream().map(terms).toList());
        }
    }

    /** Of entries that were read already, in the order of their ids. */
    static TextIndex of(
            List<EntryWords> read,
            Counted counted,
            WordReader reader,
            Synonyms synonyms,
            RankingSettings settings,
            Optional<Embedding> embedding) {
        try {
            return new TextIndex(read, counted, reader, synonyms, settings, embedding);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /** In two parts, side by side: most machines have two cores, and one waits for whoever published something. */
    private IndexReader write() throws IOException {
        TranslationModel model = TranslationModel.learn(settings.learnsExpansion(entries.size()) ? entries : List.of());
        List<Map<String, Double>> expansions =
                entries.stream().map(model::expansion).toList();
        int half = entries.size() < WORTH_TWO_PARTS ? entries.size() : entries.size() / 2;
        IndexReader[] parts = Stream.of(new Part(0, half), new Part(half, entries.size()))
                .filter(part -> part.from() < part.to() || part.from() == 0)
                .parallel()
                .map(part -> write(part, expansions))
                .toArray(IndexReader[]::new);
        return parts.length == 1 ? parts[0] : new MultiReader(parts);
    }

    private record Part(int from, int to) {}

    private IndexReader write(Part part, List<Map<String, Double>> expansions) {
        try {
            return write(part, expansions, new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private IndexReader write(Part part, List<Map<String, Double>> expansions, Directory directory) throws IOException {
        var config = new IndexWriterConfig().setSimilarity(EntryFields.similarity(settings));
        config.setMergePolicy(new LogDocMergePolicy());
        // One segment from the beginning: what is written in several must be merged once more.
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (var writer = new IndexWriter(directory, config)) {
            for (int i = part.from(); i < part.to(); i++) {
                writer.addDocument(EntryFields.document(entries.get(i), terms, expansions.get(i)));
            }
            writer.forceMerge(1);
        }
        return DirectoryReader.open(directory);
    }

    /** How this index understands a question. */
    public QueryReading read(String question) {
        return read(question, question);
    }

    /** The same for a part of what was typed: a model reads a question whole. */
    public QueryReading read(String question, String typed) {
        Map<Word, Integer> counts = new LinkedHashMap<>();
        List<Word> said = words.read(question);
        for (Word word : said) {
            if (counts.size() < MOST_WORDS || counts.containsKey(word)) counts.merge(word, 1, Integer::sum);
        }
        Map<String, QueryWord> distinct = new LinkedHashMap<>();
        counts.forEach((word, count) -> distinct.merge(word.term(), asked(word, count), TextIndex::together));
        List<String> inOrder = said.stream().map(Word::term).limit(MOST_WORDS).toList();
        return new QueryReading(question, typed, List.copyOf(distinct.values()), synonyms.spans(inOrder));
    }

    private QueryWord asked(Word word, int count) {
        return new QueryWord(word.term(), word.reading(), word.kind(), count, weight(word.term()), knows(word.term()));
    }

    /** The same word in two forms, such as 入る and 入り. */
    private static QueryWord together(QueryWord one, QueryWord other) {
        return new QueryWord(
                one.term(), one.reading(), one.kind(), one.count() + other.count(), one.weight(), one.known());
    }

    /** Whether some entry has the term. */
    public boolean knows(String term) {
        return terms.knows(term);
    }

    /** How much a term says: the fewer entries have it, the more. */
    public double weight(String term) {
        return terms.of(term);
    }

    /** At most so many hits for a question as it was typed; none where no word of it is known, unless a model knows. */
    public TextHits search(String question, int limit) {
        return search(read(question), limit);
    }

    public TextHits search(QueryReading question, int limit) {
        return search(question, limit, limit, _ -> true);
    }

    /**
     * The same, with hits for entries of some ids only.
     *
     * @param from so many of the best are looked at
     */
    public TextHits search(QueryReading question, int limit, int from, Predicate<String> admitted) {
        if (limit < 1 || from < 1) throw new IllegalArgumentException("the limit is below 1: " + limit + ", " + from);
        try {
            Query query = RecipeQuery.of(question, settings, terms, readings, bigrams, searcher);
            Optional<VectorSpace.Nearness> nearness = nearness(question);
            int count = Math.max(from, MARGIN_RANK);
            ScoreDoc[] found = nearness.isEmpty()
                    ? searcher.search(query, count).scoreDocs
                    : nearness.get()
                            .fuse(
                                    query,
                                    searcher,
                                    count,
                                    embedding.orElseThrow().weight());
            var hits = new ArrayList<Hit>();
            for (int i = 0; i < Math.min(from, found.length) && hits.size() < limit; i++) {
                if (admitted.test(entries.get(found[i].doc).id())) hits.add(hit(found[i], question, nearness));
            }
            return new TextHits(hits, margin(found), question);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /** Empty without a model, and for a question it makes nothing of. */
    private Optional<VectorSpace.Nearness> nearness(QueryReading question) {
        if (space.isEmpty() || question.typed().isBlank()) return Optional.empty();
        return embedding
                .map(model -> model.ofQuestion(question.typed()))
                .filter(vector -> vector.length > 0)
                .map(vector -> space.get().to(vector));
    }

    private static double margin(ScoreDoc[] found) {
        if (found.length == 0) return 0;
        return found[0].score - (found.length < MARGIN_RANK ? 0 : found[MARGIN_RANK - 1].score);
    }

    private Hit hit(ScoreDoc found, QueryReading question, Optional<VectorSpace.Nearness> nearness) {
        EntryWords entry = entries.get(found.doc);
        Set<String> has = entry.distinctTerms();
        List<QueryWord> matched = question.words().stream()
                .filter(word -> has.contains(word.term()))
                .toList();
        double whole = question.wholeWeight();
        double matchedWeight =
                matched.stream().mapToDouble(QueryReading::weight).sum();
        double knownShare = whole == 0 ? 0 : question.knownWeight() / whole;
        return new Hit(
                entry.id(),
                found.score,
                titlePrecision(entry, question),
                whole == 0 ? 0 : matchedWeight / whole,
                found.score * knownShare,
                nearness.map(each ->
                                each.of(found.doc) * embedding.orElseThrow().credit())
                        .orElse(0.0),
                matched);
    }

    private double titlePrecision(EntryWords entry, QueryReading question) {
        Set<String> title = entry.distinctTitleTerms();
        double whole = title.stream().mapToDouble(terms::of).sum();
        double named = question.words().stream()
                .filter(word -> title.contains(word.term()))
                .mapToDouble(QueryWord::weight)
                .sum();
        return whole == 0 ? 0 : named / whole;
    }
}
