package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.knowledge.index.QueryReader;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.index.Recipe;
import tsunagu.knowledge.index.Recipe.Field;
import tsunagu.knowledge.index.TextHits;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.Impacts;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.opensearch.http.Cluster;
import tsunagu.knowledge.opensearch.http.Refused;

/**
 * Entries in a cluster, as this copy knows them: a question is read and weighed here, the cluster finds, and what is
 * told of a hit is made of its words here. One request a question, rarely a second one.
 */
final class ClusterIndex implements TextIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterIndex.class);

    /** Looked at beyond the limit: other copies may have taken entries out, and title precision may be put right. */
    private static final int SPARE = 20;

    private static final int GROWTH = 8;
    /** What a cluster gives at most. */
    private static final int MOST = 10_000;

    private final Cluster cluster;
    private final String path;
    private final Target target;
    private final QueryReader reader;
    private final RankingSettings settings;
    private final Runnable lost;

    /** @param lost told where the cluster has no such index */
    ClusterIndex(
            Cluster cluster, String alias, Target target, QueryReader reader, RankingSettings settings, Runnable lost) {
        this.cluster = cluster;
        this.target = target;
        this.reader = reader;
        this.settings = settings;
        this.lost = lost;
        path = "/" + alias + "/_search?allow_partial_search_results=false";
    }

    @Override
    public QueryReading read(String question, String typed) {
        return reader.read(question, typed);
    }

    @Override
    public boolean knows(String term) {
        return target.counts().terms().knows(term);
    }

    @Override
    public double weight(String term) {
        return target.counts().terms().of(term);
    }

    @Override
    public TextHits search(QueryReading question, int limit, Among among) {
        if (limit < 1) throw new IllegalArgumentException("the limit is below 1: " + limit);
        Recipe recipe = Recipe.of(
                question, settings, target.counts(), row -> target.rows().count(Target.row(row)));
        if (recipe.terms().isEmpty() && recipe.otherNames().isEmpty()) return new TextHits(List.of(), 0, question);
        int size = Math.min(MOST, Math.max(limit, TextHits.MARGIN_RANK) + SPARE);
        while (true) {
            JsonNode hits = ask(QueryRenderer.search(recipe, among.groups(), size, cluster.patienceWithOneNode()));
            List<Found> found = found(hits, question);
            List<Found> admitted = found.stream()
                    .filter(each -> among.admitted().test(each.id()))
                    .toList();
            if (admitted.size() >= limit || hits.size() < size || size == MOST) {
                List<Hit> best = admitted.stream()
                        .limit(limit)
                        .map(each -> hit(each, question))
                        .toList();
                return new TextHits(
                        best, TextHits.margin(found.size(), at -> found.get(at).score()), question);
            }
            size = Math.min(MOST, GROWTH * size);
        }
    }

    private JsonNode ask(String query) {
        try {
            JsonNode answer = cluster.ask("POST", path, query);
            if (answer.path("timed_out").asBoolean()) throw new Unavailable("the search was cut short");
            return answer.at("/hits/hits");
        } catch (Refused e) {
            if (e.isMissing()) lost.run();
            else LOG.warn("A search was refused: {}", e.getMessage());
            throw new Unavailable(e.getMessage(), e);
        }
    }

    /** An entry, with the words the cluster found it by. */
    private record Found(String id, double score, Set<String> terms, Set<String> title) {}

    /** Best first; without entries that another copy knows and this one does not, or no longer. */
    private List<Found> found(JsonNode hits, QueryReading question) {
        var found = new ArrayList<Found>();
        for (JsonNode hit : hits) {
            TextEntry entry = target.entries().get(hit.path("_id").asText());
            if (entry != null) found.add(found(entry.id(), hit, question));
        }
        found.sort(Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::id));
        return found;
    }

    private Found found(String id, JsonNode hit, QueryReading question) {
        JsonNode source = hit.path("_source");
        var terms = new LinkedHashSet<String>();
        source.path(Field.ALL.key()).forEach(term -> terms.add(term.asText()));
        Map<String, Integer> stored = new LinkedHashMap<>();
        for (JsonNode each : source.path(Field.TITLE_PRECISION.key())) {
            String weighted = each.asText();
            int end = weighted.lastIndexOf(Layout.BEFORE_WEIGHT);
            stored.put(weighted.substring(0, end), Integer.parseInt(weighted.substring(end + 1)));
        }
        double score = (float) hit.path("_score").asDouble();
        return new Found(id, score + correction(stored, question), terms, stored.keySet());
    }

    /**
     * The shares of a title were right when its entry was written; entries that came since have made words commoner. So
     * they are put right here, as if all were written anew.
     */
    private double correction(Map<String, Integer> stored, QueryReading question) {
        Map<String, Integer> exact =
                Impacts.ofTitle(stored.keySet(), target.counts().terms());
        int difference = question.words().stream()
                .filter(QueryReading.QueryWord::known)
                .mapToInt(word -> exact.getOrDefault(word.term(), 0) - stored.getOrDefault(word.term(), 0))
                .sum();
        return settings.weight(Signal.TITLE_PRECISION) * difference / Impacts.TITLE_SCALE;
    }

    private Hit hit(Found found, QueryReading question) {
        return Hit.of(
                found.id(),
                found.score(),
                0,
                found.terms(),
                found.title(),
                question,
                target.counts().terms());
    }
}
