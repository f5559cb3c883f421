package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextIndex.Unavailable;
import tsunagu.knowledge.index.entries.EntryWords;
import tsunagu.knowledge.index.entries.Lengths;
import tsunagu.knowledge.index.entries.TranslationModel;
import tsunagu.knowledge.opensearch.Ledger.Line;
import tsunagu.knowledge.opensearch.Ledger.Seen;
import tsunagu.knowledge.opensearch.http.Cluster;
import tsunagu.knowledge.opensearch.http.Refused;

/**
 * Brings one index of the cluster to what it is to hold. A few changed entries are changed where they are, which leaves
 * the scores of the others as they are; more of them, what is learnt from all, and another average length make a new
 * index aside, and an alias leads to it once it is whole. Of several copies one does it, and another if that one is not
 * heard of for a while.
 */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whoever is at work is taken to have died after this long without a word. */
    private static final long DEAD_NANOS = Duration.ofSeconds(15).toNanos();

    private static final long BEAT_NANOS = Duration.ofSeconds(2).toNanos();

    /** So many entries, or a tenth of all, are changed where they are. */
    private static final int FEW = 200;

    /** An index that was replaced is deleted after this long, when nobody is still reading what it found. */
    private static final long RETIREMENT_NANOS = Duration.ofSeconds(30).toNanos();

    private final Cluster cluster;
    private final Ledger ledger;
    private final Layout layout;
    private final RankingSettings ranking;
    private final String alias;
    private final int replicas;
    private final String me = UUID.randomUUID().toString();
    private Seen lastSeen = new Seen(Line.NONE, Optional.empty());
    private long lastChange;
    private Set<String> retired = Set.of();
    private long retiredSince;
    private boolean rough;

    Upkeep(Cluster cluster, String prefix, String name, Layout layout, RankingSettings ranking, int replicas) {
        this.cluster = cluster;
        this.layout = layout;
        this.ranking = ranking;
        this.replicas = replicas;
        alias = prefix + "-" + name + "-" + layout.print();
        ledger = new Ledger(cluster, prefix, alias);
    }

    /** By what name the index is searched, whichever it is. */
    String alias() {
        return alias;
    }

    /**
     * Does what is to be done.
     *
     * @param known what this copy knows the index to have held last
     * @return whether the index holds it; false while another copy is at work on it
     * @throws Unavailable if the cluster is away
     */
    boolean bring(Target target, Optional<Target> known) {
        Seen seen = ledger.read();
        Line line = seen.line();
        Set<String> present = aliased();
        boolean holds = line.content().equals(content(target)) && !present.isEmpty();
        rough = !line.lengths().equals(lengths(target));
        if (holds && !rough) return true;
        if (isAtWork(seen)) return holds;
        Optional<Target> base =
                known.filter(before -> !present.isEmpty() && line.content().equals(content(before)));
        if (!holds && base.isPresent() && !learns(target) && isLittle(target, base.get())) {
            return changeInPlace(target, base.get(), seen);
        }
        return buildAside(target, seen, present);
    }

    /** Whether the index holds what it is to hold, and yet scores by the lengths of entries it held before. */
    boolean isRough() {
        return rough;
    }

    private String lengths(Target target) {
        Lengths lengths = target.counts().lengths();
        return Stream.of(lengths.all(), lengths.title(), lengths.readings(), lengths.bigrams())
                .map(length -> String.valueOf(length.average()))
                .collect(Collectors.joining(" "));
    }

    /** What is learnt makes other documents of the same entries. */
    private String content(Target target) {
        return target.content() + (learns(target) ? "+learnt" : "");
    }

    private boolean learns(Target target) {
        return ranking.learnsExpansion(target.entries().size());
    }

    private static boolean isLittle(Target target, Target before) {
        return target.since(before).size() <= Math.max(FEW, target.entries().size() / 10);
    }

    /** Deletes what was replaced a while ago. */
    void tidy() {
        if (retired.isEmpty() || System.nanoTime() - retiredSince < RETIREMENT_NANOS) return;
        delete(retired);
        retired = Set.of();
    }

    /** Clocks of several machines differ: what counts is how long this copy has seen no change. */
    private boolean isAtWork(Seen seen) {
        if (!seen.equals(lastSeen)) {
            lastSeen = seen;
            lastChange = System.nanoTime();
        }
        Line line = seen.line();
        return line.isHeld() && !line.holder().equals(me) && System.nanoTime() - lastChange < DEAD_NANOS;
    }

    private boolean changeInPlace(Target target, Target before, Seen seen) {
        Line line = seen.line();
        // Half changed, it holds neither the one nor the other.
        Optional<Seen> held = ledger.change(seen, new Line("", line.lengths(), "", me, line.beat() + 1));
        if (held.isEmpty()) return false;
        Target.Changes changes = target.since(before);
        var lines = new ArrayList<String>();
        changes.out().stream()
                .filter(entry -> !target.entries().containsKey(entry.id()))
                .forEach(entry -> lines.add(EntryRenderer.delete(entry.id())));
        for (EntryWords entry : target.words().read(changes.in())) {
            lines.add(EntryRenderer.index(entry, target.counts().terms(), Map.of()));
        }
        var beating = new Beating(held.get());
        send(alias, lines, beating);
        refresh(alias);
        return isWritten(beating.held, content(target), line.lengths());
    }

    private boolean isWritten(Seen held, String content, String lengths) {
        Line line = new Line(content, lengths, "", "", held.line().beat() + 1);
        return ledger.change(held, line).isPresent();
    }

    private boolean buildAside(Target target, Seen seen, Set<String> old) {
        Line line = seen.line();
        String index = alias + "-" + UUID.randomUUID().toString().substring(0, 8);
        Optional<Seen> held = ledger.change(seen, new Line(line.content(), line.lengths(), index, me, line.beat() + 1));
        if (held.isEmpty()) return false;
        var beating = new Beating(held.get());
        cluster.work("PUT", "/" + index, layout.body(target.counts().lengths()));
        try {
            fill(index, target, beating);
            lead(index, old);
        } catch (RuntimeException e) {
            delete(Set.of(index));
            throw e;
        }
        removeOthers(index, old);
        retired = old;
        retiredSince = System.nanoTime();
        rough = false;
        return isWritten(beating.held, content(target), lengths(target));
    }

    private void fill(String index, Target target, Beating beating) {
        List<EntryWords> teaching = learns(target) ? target.words().readWhole(target) : List.of();
        var model = TranslationModel.learn(teaching);
        beating.beat();
        target.words().readAll(target.entries().values(), target.content(), entries -> {
            for (int from = 0; from < entries.size(); from += Bulk.MOST_DOCUMENTS) {
                int to = Math.min(entries.size(), from + Bulk.MOST_DOCUMENTS);
                List<String> part = entries.subList(from, to).stream()
                        .map(entry -> EntryRenderer.index(entry, target.counts().terms(), model.expansion(entry)))
                        .toList();
                send(index, part, beating);
            }
        });
        // A large index takes longer for this than a copy may be silent.
        beating.during(() -> cluster.work("POST", "/" + index + "/_forcemerge?max_num_segments=1", ""));
        refresh(index);
        ObjectNode settings = JSON.createObjectNode().put("index.number_of_replicas", replicas);
        cluster.work("PUT", "/" + index + "/_settings", settings.toString());
    }

    private void send(String index, List<String> lines, Beating beating) {
        for (String body : Bulk.bodies(lines)) {
            JsonNode answer = cluster.work("POST", "/" + index + "/_bulk", body);
            for (JsonNode item : answer.path("items")) {
                int status = item.elements().next().path("status").asInt();
                // A document that is to be taken out may be gone.
                if (status >= 300 && status != 404) {
                    String why = item.elements().next().at("/error/type").asText();
                    throw new Unavailable("an entry was not taken: " + status + " " + why);
                }
            }
            beating.beatIfDue();
        }
    }

    /** What a shard could not show would be missing from its answers until the next change. */
    private void refresh(String index) {
        JsonNode shards = cluster.work("POST", "/" + index + "/_refresh", "").path("_shards");
        int failed = shards.path("failed").asInt();
        if (failed > 0) {
            throw new Unavailable("entries were not shown: "
                    + shards.at("/failures/0/reason/type").asText() + " (" + failed + ")");
        }
    }

    private void lead(String index, Set<String> old) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode actions = body.putArray("actions");
        old.forEach(each ->
                actions.addObject().putObject("remove").put("index", each).put("alias", alias));
        actions.addObject().putObject("add").put("index", index).put("alias", alias);
        cluster.work("POST", "/_aliases", body.toString());
    }

    /** What is left of earlier ones; the one before is still being searched by whoever asked just now. */
    private void removeOthers(String index, Set<String> before) {
        var others = new HashSet<String>();
        cluster.work("GET", "/" + alias + "-*/_alias", "").fieldNames().forEachRemaining(others::add);
        others.remove(index);
        others.removeAll(before);
        delete(others);
    }

    private void delete(Set<String> indices) {
        try {
            for (String each : indices) cluster.work("DELETE", "/" + each, "");
        } catch (Refused | Unavailable e) {
            LOG.debug("An index of earlier could not be deleted; the next one that is made does it", e);
        }
    }

    private Set<String> aliased() {
        var indices = new HashSet<String>();
        try {
            cluster.work("GET", "/_alias/" + alias, "").fieldNames().forEachRemaining(indices::add);
        } catch (Refused e) {
            if (!e.isMissing()) throw e;
        }
        return indices;
    }

    /** Says from time to time that this copy is still at work. */
    private final class Beating {
        private Seen held;
        private long beaten = System.nanoTime();

        Beating(Seen held) {
            this.held = held;
        }

        /** Beats while one long request is under way. */
        void during(Runnable request) {
            var done = new FutureTask<>(request, null);
            Thread.startVirtualThread(done);
            while (true) {
                try {
                    done.get(BEAT_NANOS, TimeUnit.NANOSECONDS);
                    return;
                } catch (TimeoutException notYet) {
                    beat();
                } catch (ExecutionException e) {
                    throw new Unavailable("an index could not be finished", e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Unavailable("stopped while an index was being made");
                }
            }
        }

        void beatIfDue() {
            if (System.nanoTime() - beaten > BEAT_NANOS) beat();
        }

        void beat() {
            held = ledger.change(held, held.line().beaten())
                    .orElseThrow(() -> new Unavailable("another copy has taken the work over"));
            beaten = System.nanoTime();
        }
    }
}
