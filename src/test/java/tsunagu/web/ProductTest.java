package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both doors with the product's own dialogue behind them. */
class ProductTest {

    @Test
    void bothDoorsLeadToTheDialogue() {
        try (var server = WebServer.start()) {
            var answer = server.ask("{\"text\": \"こんにちは\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"messages\":[{\"kind\":");

            var page = server.form(Map.of("text", "こんにちは"), "HX-Request", "true");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("class=\"reply\"", "class=\"bubble\"");
        }
    }
}
