package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import tsunagu.knowledge.index.TextIndex.Unavailable;
import tsunagu.knowledge.opensearch.http.Cluster;
import tsunagu.knowledge.opensearch.http.Refused;

/**
 * What {@code /health} says of the search in a cluster: whether it answers, what the cluster says of itself, and
 * whether each index holds what it is to hold. Never down: without it a copy still answers from facts, and no other
 * copy could do more.
 */
@Singleton
@Requires(property = "knowledge.index", value = "opensearch")
final class SearchHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private static final HealthStatus AWAY =
            new HealthStatus("DEGRADED", "free questions cannot be searched for", true, 500);

    private final IndexEngine engine;

    SearchHealth(IndexEngine engine) {
        this.engine = engine;
    }

    @Override
    protected String getName() {
        return "search";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        var shown = new LinkedHashMap<String, Object>();
        Cluster cluster = engine.cluster().orElseThrow();
        shown.put("addresses", cluster.listAddresses());
        healthStatus = HealthStatus.UP;
        try {
            JsonNode told = cluster.ask("GET", "/_cluster/health", "");
            shown.put("cluster", told.path("status").asText());
            shown.put("nodes", told.path("number_of_nodes").asInt());
            if (told.path("status").asText().equals("red")) healthStatus = AWAY;
        } catch (Unavailable | Refused e) {
            shown.put("cluster", "away");
            healthStatus = AWAY;
        }
        var indices = new LinkedHashMap<String, Object>();
        for (ClusterIndexBuilder each : engine.builders()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("alias", each.alias());
            one.put("complete", each.isSettled());
            indices.put(each.name(), one);
        }
        shown.put("indices", indices);
        return shown;
    }
}
