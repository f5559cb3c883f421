package tsunagu.knowledge.opensearch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.TextIndexContract;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/** The index in a cluster of two nodes. */
@Execution(ExecutionMode.SAME_THREAD)
class ClusterIndexTest extends TextIndexContract {
    private static final IndexEngine ENGINE =
            IndexEngine.opensearch(TestCluster.running().settings("contract"));

    private static final Map<String, TextIndex.Builder> BUILDERS = new ConcurrentHashMap<>();

    @Override
    protected TextIndex.Builder builder(String name, Synonyms synonyms, RankingSettings settings) {
        return BUILDERS.computeIfAbsent(
                name,
                _ -> ENGINE.builder(
                        name, new IndexBuilder(WordReader.knowing(List.of()), synonyms, settings, Optional.empty())));
    }
}
