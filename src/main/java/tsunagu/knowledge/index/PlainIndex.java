package tsunagu.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import tsunagu.knowledge.index.entries.TextEntry;

/** What Lucene does by itself: JapaneseAnalyzer and BM25 over title and text. What our ranking is held against. */
public final class PlainIndex {
    private static final String TEXT = "text";

    /** An entry with its score. */
    public record Hit(String id, double score) {}

    private final List<String> ids;
    private final IndexSearcher searcher;
    private final QueryBuilder queries = new QueryBuilder(new JapaneseAnalyzer());

    private PlainIndex(List<String> ids, IndexSearcher searcher) {
        this.ids = ids;
        this.searcher = searcher;
        searcher.setSimilarity(new BM25Similarity());
    }

    public static PlainIndex build(List<TextEntry> entries) {
        var directory = new ByteBuffersDirectory();
        var config = new IndexWriterConfig(new JapaneseAnalyzer()).setMergePolicy(new LogDocMergePolicy());
        var ids = new ArrayList<String>();
        try (var writer = new IndexWriter(directory, config)) {
            for (TextEntry entry :
                    entries.stream().sorted(Comparator.comparing(TextEntry::id)).toList()) {
                ids.add(entry.id());
                var document = new Document();
                document.add(new TextField(TEXT, entry.title() + "\n" + entry.text(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
            return new PlainIndex(ids, new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /** At most so many entries, best first, equal scores by id. */
    public List<Hit> search(String question, int limit) {
        Query query = queries.createBooleanQuery(TEXT, question);
        if (query == null || tooLong(query)) return List.of();
        try {
            var hits = new ArrayList<Hit>();
            for (ScoreDoc found : searcher.search(query, limit).scoreDocs) {
                hits.add(new Hit(ids.get(found.doc), found.score));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static boolean tooLong(Query query) {
        return query instanceof BooleanQuery words && words.clauses().size() >= IndexSearcher.getMaxClauseCount();
    }
}
