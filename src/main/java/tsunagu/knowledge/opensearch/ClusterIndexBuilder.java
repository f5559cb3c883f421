package tsunagu.knowledge.opensearch;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.QueryReader;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.opensearch.http.Cluster;
import tsunagu.knowledge.opensearch.http.Refused;

/**
 * Indexes that are kept in a cluster, one after the other under one name. Where the cluster is away an index is made
 * nevertheless; it can be searched once {@link #settle} has found the cluster again.
 */
final class ClusterIndexBuilder implements TextIndex.Builder {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterIndexBuilder.class);

    /** While another copy makes just this index, whoever published something waits so long at most. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String name;
    private final Cluster cluster;
    private final IndexBuilder embedded;
    private final Target.Words words;
    private final Upkeep upkeep;
    private Optional<Target> wanted = Optional.empty();
    private Optional<Target> held = Optional.empty();
    private boolean failing;
    private volatile boolean settled;

    ClusterIndexBuilder(String name, Cluster cluster, String prefix, int replicas, IndexBuilder embedded) {
        this.name = name;
        this.cluster = cluster;
        this.embedded = embedded;
        words = new Target.Words(embedded.words(), embedded.synonyms().longNames());
        Layout layout = Layout.of(embedded.settings(), embedded.words().print());
        upkeep = new Upkeep(cluster, prefix, name, layout, embedded.settings(), replicas);
    }

    @Override
    public synchronized TextIndex build(Collection<TextEntry> entries) {
        Target target = Target.of(entries, words, wanted);
        if (wanted.isEmpty() || !wanted.get().content().equals(target.content())) settled = false;
        wanted = Optional.of(target);
        long start = System.nanoTime();
        settle();
        while (!settled && !failing && System.nanoTime() - start < PATIENCE_NANOS) {
            LockSupport.parkNanos(GLANCE_NANOS);
            settle();
        }
        var reader = new QueryReader(
                embedded.words(), embedded.synonyms(), target.counts().terms());
        return new ClusterIndex(cluster, upkeep.alias(), target, reader, embedded.settings(), this::lost);
    }

    @Override
    public synchronized void settle() {
        upkeep.tidy();
        if (settled && !upkeep.isRough() || wanted.isEmpty()) return;
        try {
            settled = upkeep.bring(wanted.get(), held);
            if (settled) held = wanted;
            if (failing) LOG.info("The index of {} is kept again", name);
            failing = false;
        } catch (TextIndex.Unavailable | Refused e) {
            held = Optional.empty();
            if (!failing) LOG.warn("The index of {} could not be kept: {}", name, e.getMessage());
            failing = true;
        }
    }

    /** Somebody deleted it, or the cluster has lost it. */
    private void lost() {
        settled = false;
    }

    String name() {
        return name;
    }

    String alias() {
        return upkeep.alias();
    }

    /** Whether the index in the cluster holds what it is to hold. */
    boolean isSettled() {
        return settled;
    }
}
