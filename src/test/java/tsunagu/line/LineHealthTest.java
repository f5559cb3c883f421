package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.line.fake.LineWebhook;

/** What operators see of LINE from outside. */
class LineHealthTest {
    @Test
    void tells_of_each_channel_whether_it_is_set_up_what_waits_and_what_was_given_up() throws Exception {
        Map<String, Object> second = Map.of("line.channels.second-town.municipality", "elsewhere");
        try (LineTown town = LineTown.open(second)) {
            town.line.next(Trouble.MONTHLY_LIMIT, Trouble.HANG);
            town.webhook().deliver(town.resident("花子").says("青嵐中"));
            town.awaitFigure("tsunagu.line.given.up", "reason", "quota", 1);
            town.webhook().deliver(town.resident("太郎").says("けやき小"));
            town.line.awaitStatuses(2);

            JsonNode line = health(town).at("/details/line");

            assertThat(line.path("status").asText()).isEqualTo("UP");
            JsonNode first = line.at("/details/default");
            assertThat(first.path("set-up").asBoolean()).isTrue();
            assertThat(first.path("waiting").asInt()).isOne();
            assertThat(first.path("given-up-24h").asInt()).isOne();
            assertThat(first.path("given-up-reasons").toString()).isEqualTo("{\"quota\":1}");
            assertThat(line.at("/details/second-town/set-up").asBoolean(true)).isFalse();
        }
    }

    @Test
    void is_down_when_somebody_waits_for_long() throws Exception {
        try (LineTown town = LineTown.open(Map.of("line.inbox.unhealthy-after", "100ms"))) {
            town.line.next(Trouble.HANG);
            town.webhook().deliver(town.resident("花子").says("青嵐中"));
            town.line.awaitStatuses(1);
            Thread.sleep(200);

            assertThat(health(town).at("/details/line/status").asText()).isEqualTo("DOWN");
        }
    }

    @Test
    void where_nothing_can_be_saved_line_hears_503_and_health_is_down() throws Exception {
        try (LineTown town = LineTown.open()) {
            town.resident("花子").asks("青嵐中");
            String url =
                    town.server.getApplicationContext().getRequiredProperty("datasources.default.url", String.class);
            try (var connection = DriverManager.getConnection(url, "sa", "");
                    var statement = connection.createStatement()) {
                statement.execute("alter table line_inbox rename to elsewhere");
            }

            HttpResponse<String> response =
                    town.webhook().deliver(town.resident("花子").says("けやき小"));

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("cannot be saved");
            assertThat(health(town).at("/details/line/status").asText()).isEqualTo("DOWN");
        }
    }

    private static JsonNode health(LineTown town) throws Exception {
        var request = HttpRequest.newBuilder(town.server.getURI().resolve("/health"));
        return new ObjectMapper().readTree(LineWebhook.send(request.build()).body());
    }
}
