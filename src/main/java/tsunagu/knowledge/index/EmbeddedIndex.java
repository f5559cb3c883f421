package tsunagu.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.entries.EntryWords;
import tsunagu.knowledge.index.entries.TranslationModel;
import tsunagu.knowledge.index.entries.WordCounts;
import tsunagu.knowledge.index.vectors.VectorSpace;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/**
 * Entries in memory. It never changes: a change of the entries is a new index built aside and put in its place.
 */
final class EmbeddedIndex implements TextIndex {
    private static final int BUFFER_MEGABYTES = 256;

    private static final int WORTH_TWO_PARTS = 1000;

    /** Where too few were admitted, so many times as many are looked at. */
    private static final int GROWTH = 4;

    private final QueryReader reader;
    private final RankingSettings settings;
    private final List<EntryWords> entries;
    private final WordCounts counts;
    private final IndexSearcher searcher;
    private final Optional<Embedding> embedding;
    private final Optional<VectorSpace> space;

    private EmbeddedIndex(
            List<EntryWords> entries,
            WordCounts counts,
            WordReader words,
            Synonyms synonyms,
            RankingSettings settings,
            Optional<Embedding> embedding)
            throws IOException {
        reader = new QueryReader(words, synonyms, counts.terms());
        this.settings = settings;
        this.entries = entries;
        this.counts = counts;
        this.embedding = embedding;
        List<float[]> vectors = entries.stream().map(EntryWords::vector).toList();
        space = vectors.stream().anyMatch(vector -> vector.length > 0)
                ? Optional.of(new VectorSpace(vectors))
                : Optional.empty();
        searcher = new IndexSearcher(write());
        searcher.setSimilarity(EntryFields.similarity(settings, counts.lengths()));
    }

    /** Of entries that were read already, in the order of their ids. */
    static EmbeddedIndex of(
            List<EntryWords> read,
            WordCounts counts,
            WordReader reader,
            Synonyms synonyms,
            RankingSettings settings,
            Optional<Embedding> embedding) {
        try {
            return new EmbeddedIndex(read, counts, reader, synonyms, settings, embedding);
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
        var config = new IndexWriterConfig().setSimilarity(EntryFields.similarity(settings, counts.lengths()));
        config.setMergePolicy(new LogDocMergePolicy());
        // One segment from the beginning: what is written in several must be merged once more.
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        // Written as it is to stay: the policy rewrites a lone segment that is compound.
        config.setUseCompoundFile(false);
        try (var writer = new IndexWriter(directory, config)) {
            for (int i = part.from(); i < part.to(); i++) {
                writer.addDocument(EntryFields.document(entries.get(i), counts.terms(), expansions.get(i)));
            }
            writer.forceMerge(1);
        }
        return DirectoryReader.open(directory);
    }

    @Override
    public QueryReading read(String question, String typed) {
        return reader.read(question, typed);
    }

    @Override
    public boolean knows(String term) {
        return counts.terms().knows(term);
    }

    @Override
    public double weight(String term) {
        return counts.terms().of(term);
    }

    @Override
    public TextHits search(QueryReading question, int limit, Among among) {
        if (limit < 1) throw new IllegalArgumentException("the limit is below 1: " + limit);
        try {
            Query query = RecipeQuery.of(Recipe.of(question, settings, counts, this::entriesWith));
            Optional<VectorSpace.Nearness> nearness = nearness(question);
            // What is nearest in meaning is found among all.
            int count = nearness.isEmpty() || among.groups().isEmpty() ? Math.max(limit, TextHits.MARGIN_RANK) : most();
            while (true) {
                List<ScoreDoc> found = find(RecipeQuery.within(query, among.groups()), nearness, count);
                List<ScoreDoc> admitted =
                        found.stream().filter(each -> admits(among, each)).toList();
                if (admitted.size() >= limit || found.size() < count || count >= most()) {
                    List<Hit> hits = admitted.stream()
                            .limit(limit)
                            .map(each -> hit(each, question, nearness))
                            .toList();
                    return new TextHits(hits, TextHits.margin(found.size(), at -> found.get(at).score), question);
                }
                count = Math.min(most(), GROWTH * count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private boolean admits(Among among, ScoreDoc found) {
        EntryWords entry = entries.get(found.doc);
        return among.admits(entry.id(), entry.group());
    }

    private int most() {
        return Math.max(TextHits.MARGIN_RANK, entries.size());
    }

    private List<ScoreDoc> find(Query query, Optional<VectorSpace.Nearness> nearness, int count) throws IOException {
        return List.of(
                nearness.isEmpty()
                        ? searcher.search(query, count).scoreDocs
                        : nearness.get()
                                .fuse(
                                        query,
                                        searcher,
                                        count,
                                        embedding.orElseThrow().weight()));
    }

    private int entriesWith(List<String> row) {
        try {
            return searcher.count(RecipeQuery.together(row));
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

    private Hit hit(ScoreDoc found, QueryReading question, Optional<VectorSpace.Nearness> nearness) {
        EntryWords entry = entries.get(found.doc);
        double credit = nearness.map(
                        each -> each.of(found.doc) * embedding.orElseThrow().credit())
                .orElse(0.0);
        return Hit.of(
                entry.id(),
                found.score,
                credit,
                entry.distinctTerms(),
                entry.distinctTitleTerms(),
                question,
                counts.terms());
    }
}
