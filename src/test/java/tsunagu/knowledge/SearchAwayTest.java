package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.knowledge.opensearch.TestCluster;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** A whole copy whose search is in a cluster: started without one, and found by one. */
@Execution(ExecutionMode.SAME_THREAD)
class SearchAwayTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FREE = "自治会の強みは何ですか";

    private static TestStaff copy(List<String> addresses) {
        return TestStaff.open(Map.of(
                "knowledge.index", "opensearch",
                "knowledge.opensearch.addresses", String.join(",", addresses),
                "knowledge.opensearch.prefix", "whole-copy",
                "knowledge.opensearch.timeout", "20s",
                "knowledge.opensearch.pause", "500ms",
                "endpoints.health.details-visible", "ANONYMOUS"));
    }

    private static JsonNode ask(TestStaff town, String text, String language) {
        String body = JSON.createObjectNode()
                .put("text", text)
                .put("language", language)
                .toString();
        return json(town.visitor()
                .send(town.visitor()
                        .request("/api/chat", "Content-Type", "application/json")
                        .setHeader("Accept", "application/json")
                        .POST(BodyPublishers.ofString(body))));
    }

    private static JsonNode search(TestStaff town) {
        HttpResponse<String> health =
                town.visitor().send(town.visitor().request("/health").setHeader("Accept", "application/json"));
        assertThat(health.statusCode())
                .as("a copy that can still answer stays in service")
                .isEqualTo(200);
        return json(health).at("/details/search");
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String figure(TestStaff town) {
        HttpResponse<String> figures =
                town.visitor().send(town.visitor().request("/prometheus").setHeader("Accept", "text/plain"));
        return figures.body()
                .lines()
                .filter(line -> line.startsWith("tsunagu_search_away "))
                .map(line -> line.split(" ")[1])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answersFromFactsSaysThatSearchIsAwayAndRecoversByItself() {
        TestCluster cluster = TestCluster.running();
        cluster.kill(0);
        cluster.kill(1);
        try (var town = copy(cluster.addresses())) {
            JsonNode fact = ask(town, "青嵐中", "ja");
            assertThat(fact.path("outcome").asText()).isEqualTo("answered");
            assertThat(fact.path("text").asText()).contains("北東部");

            JsonNode free = ask(town, FREE, "ja");
            assertThat(free.path("outcome").asText()).isEqualTo("not-known");
            assertThat(free.path("text").asText()).contains("いま資料を調べられないため").contains("協働コミュニティ課（電話 042-420-2821）");
            assertThat(ask(town, FREE, "en").path("text").asText()).contains("cannot look things up");
            assertThat(ask(town, "会費はいくら", "ja").path("text").asText())
                    .as("what the town's file does not know may stand in an entry")
                    .contains("いま資料を調べられないため");
            assertThat(ask(town, "住民税はいつまでに払えばいいですか", "ja").path("text").asText())
                    .doesNotContain("いま資料を調べられないため");
            assertThat(town.member(Role.EDITOR, Optional.of("nishitokyo"))
                            .get("/console/questions")
                            .body())
                    .as("nobody needs to answer what the copy could not look up")
                    .doesNotContain(FREE)
                    .doesNotContain("会費はいくら");
            JsonNode away = search(town);
            assertThat(away.path("status").asText()).isEqualTo("DEGRADED");
            assertThat(away.at("/details/cluster").asText()).isEqualTo("away");
            assertThat(away.at("/details/indices/documents/complete").asBoolean())
                    .isFalse();

            assertThat(figure(town)).isEqualTo("1.0");

            cluster.start(0);
            cluster.start(1);
            TestCluster.await(
                    "an answer",
                    () -> ask(town, FREE, "ja").path("outcome").asText().equals("answered"));
            TestCluster.await(
                    "health", () -> search(town).at("/details/cluster").asText().equals("green"));
            assertThat(search(town).path("status").asText()).isEqualTo("UP");
            assertThat(search(town).at("/details/indices/documents/complete").asBoolean())
                    .isTrue();
            assertThat(figure(town)).isEqualTo("0.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"elasticsearch", ""})
    void anIndexThatThereIsNotEndsTheStart(String index) {
        Map<String, Object> settings = Map.of("knowledge.index", index);
        assertThat(catchThrowable(() -> TestStaff.open(settings)))
                .rootCause()
                .hasMessageContaining("knowledge.index が「" + index + "」です。lucene か opensearch と書いてください。");
    }
}
