package tsunagu.knowledge.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextHits;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.opensearch.Ledger.Line;
import tsunagu.knowledge.opensearch.Ledger.Seen;
import tsunagu.knowledge.opensearch.http.Cluster;

/** A copy that was killed while it made an index: another waits while it may be alive, and then does its work. */
@Execution(ExecutionMode.SAME_THREAD)
class TakeOverTest {
    private static final String PREFIX = "orphan";
    private static final List<TextEntry> ENTRIES = List.of(new TextEntry("p1", "自治会の課題", "役員の担い手がいません。"));

    @Test
    void aDeadBuildersWorkIsTakenOverAndItsHalfIndexRemoved() {
        try (IndexEngine engine = IndexEngine.opensearch(TestCluster.running().settings(PREFIX))) {
            Cluster cluster = engine.cluster().orElseThrow();
            var builder = (ClusterIndexBuilder) engine.builder(
                    "passages",
                    new IndexBuilder(
                            WordReader.knowing(List.of()),
                            Synonyms.none(),
                            RankingSettings.recipe(),
                            Optional.empty()));
            String half = builder.alias() + "-00000000";
            cluster.work("PUT", "/" + half, "{}");
            var ledger = new Ledger(cluster, PREFIX, builder.alias());
            Seen begun = change(ledger, ledger.read(), new Line("", "", half, "a copy that is killed", 1));

            TextIndex index = builder.build(ENTRIES);
            assertThat(builder.isSettled()).isFalse();
            // Once more it says that it is at work, and never again.
            change(ledger, begun, begun.line().beaten());
            long silent = System.nanoTime();
            while (!builder.isSettled() && since(silent).compareTo(Duration.ofSeconds(60)) < 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                builder.settle();
            }

            assertThat(builder.isSettled()).isTrue();
            assertThat(since(silent)).isGreaterThan(Duration.ofSeconds(14));
            assertThat(index.search("自治会の課題", 3).hits())
                    .extracting(TextHits.Hit::id)
                    .containsExactly("p1");
            assertThat(ledger.read().line().holder()).isEmpty();
            assertThat(cluster.work("GET", "/" + PREFIX + "-*/_alias", "").has(half))
                    .isFalse();
        }
    }

    private static Seen change(Ledger ledger, Seen seen, Line line) {
        return ledger.change(seen, line).orElseThrow();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
