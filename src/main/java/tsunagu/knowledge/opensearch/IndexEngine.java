package tsunagu.knowledge.opensearch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.opensearch.http.Cluster;
import tsunagu.knowledge.opensearch.http.OpenSearchSettings;

/** Where indexes are kept, by the setting {@code knowledge.index}: in this process, or in an OpenSearch cluster. */
@Singleton
public final class IndexEngine implements AutoCloseable {
    private static final String KEY = "設定の誤り: config/application.yml の knowledge.";

    private final Optional<Cluster> cluster;
    private final OpenSearchSettings settings;
    private final List<ClusterIndexBuilder> builders = new CopyOnWriteArrayList<>();

    /** @throws IllegalArgumentException with a Japanese sentence, where a setting cannot be followed */
    @Inject
    IndexEngine(
            @Value("${knowledge.index:lucene}") String index,
            OpenSearchSettings settings,
            EmbeddingSettings embedding,
            MeterRegistry figures) {
        this(
                switch (index) {
                    case "lucene" -> Optional.empty();
                    case "opensearch" -> Optional.of(open(settings, embedding));
                    default ->
                        throw new IllegalArgumentException(
                                KEY + "index が「" + index + "」です。lucene か opensearch と書いてください。");
                },
                settings);
        cluster.ifPresent(each -> Gauge.builder("tsunagu.search.away", each, asked -> asked.answers() ? 0 : 1)
                .description("1 while OpenSearch does not answer")
                .register(figures));
    }

    private IndexEngine(Optional<Cluster> cluster, OpenSearchSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    private static Cluster open(OpenSearchSettings settings, EmbeddingSettings embedding) {
        if (!embedding.model().isBlank()) {
            throw new IllegalArgumentException(
                    KEY + "embedding.model は、knowledge.index が opensearch のときは使えません。モデルを空にするか、index を lucene にしてください。");
        }
        return Cluster.open(settings);
    }

    /** In this process. */
    public static IndexEngine lucene() {
        return new IndexEngine(Optional.empty(), OpenSearchSettings.at(List.of(), ""));
    }

    /** In a cluster; nothing is asked of it yet. */
    public static IndexEngine opensearch(OpenSearchSettings settings) {
        return new IndexEngine(Optional.of(Cluster.open(settings)), settings);
    }

    /**
     * Builds indexes as the embedded builder would.
     *
     * @param name in small letters, another for each that is in use at the same time
     */
    public TextIndex.Builder builder(String name, IndexBuilder embedded) {
        if (cluster.isEmpty()) return embedded;
        var builder = new ClusterIndexBuilder(name, cluster.get(), settings.prefix(), settings.replicas(), embedded);
        builders.add(builder);
        return builder;
    }

    Optional<Cluster> cluster() {
        return cluster;
    }

    List<ClusterIndexBuilder> builders() {
        return builders;
    }

    @PreDestroy
    @Override
    public void close() {
        cluster.ifPresent(Cluster::close);
    }
}
