package tsunagu.line.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That it refuses what LINE refuses; otherwise the other tests would prove little. */
class FakeLineTest {
    private static FakeLine line;

    @BeforeAll
    static void open() {
        line = FakeLine.start();
    }

    @AfterAll
    static void close() {
        line.close();
    }

    @Test
    void a_reply_token_is_good_once() {
        String token = line.issueReplyToken();
        String hello = text("こんにちは");

        assertThat(reply(token, hello).statusCode()).isEqualTo(200);
        assertThat(reply(token, hello).statusCode()).isEqualTo(400);
        assertThat(reply(token, hello).body()).contains("Invalid reply token");
        assertThat(reply("never-issued", hello).body()).contains("Invalid reply token");
        assertThat(line.awaitReply(token).text()).isEqualTo("こんにちは");
    }

    @Test
    void a_wrong_bearer_token_is_refused_for_every_call() {
        HttpRequest request = HttpRequest.newBuilder(line.apiUrl().resolve("/v2/bot/info"))
                .header("Authorization", "Bearer wrong")
                .build();

        assertThat(LineWebhook.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void it_tells_who_the_bot_is() {
        HttpRequest request = HttpRequest.newBuilder(line.apiUrl().resolve("/v2/bot/info"))
                .header("Authorization", "Bearer " + FakeLine.TOKEN)
                .build();

        assertThat(LineWebhook.send(request).body()).contains(FakeLine.BOT_USER_ID);
    }

    @Test
    void a_retry_key_is_refused_because_replies_have_none() {
        assertThat(reply(line.issueReplyToken(), text("x"), "X-Line-Retry-Key", "123e4567-e89b-12d3-a456-426614174000")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "1, 200", "5, 200", "6, 400"})
    void one_to_five_messages_are_taken(int count, int status) {
        String messages = String.join(",", Collections.nCopies(count, text("x")));

        assertThat(reply(line.issueReplyToken(), messages).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "1, 200", "5000, 200", "5001, 400"})
    void text_has_one_to_5000_units(int units, int status) {
        assertThat(reply(line.issueReplyToken(), text("あ".repeat(units))).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "13, 20, 300, 200",
        "14, 20, 300, 400",
        "0, 20, 300, 400",
        "1, 21, 300, 400",
        "1, 0, 300, 400",
        "1, 20, 301, 400",
        "1, 20, 0, 400"
    })
    void quick_replies_have_their_limits(int items, int label, int text, int status) {
        String item = """
            {"type":"action","action":{"type":"message","label":"%s","text":"%s"}}\
            """.formatted("👨‍👩‍👧‍👦".repeat(label), "か\u3099".repeat(text));
        String message = """
            {"type":"text","text":"x","quickReply":{"items":[%s]}}\
            """.formatted(String.join(",", Collections.nCopies(items, item)));

        assertThat(reply(line.issueReplyToken(), message).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMIT, 429, rate limit",
        "MONTHLY_LIMIT, 429, monthly limit",
        "ERROR_500, 500, Internal",
        "HTML_502, 502, <html>"
    })
    void it_fails_as_it_is_told(FakeLine.Trouble trouble, int status, String words) {
        line.next(trouble);

        HttpResponse<String> response = reply(line.issueReplyToken(), text("x"));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(words);
        assertThat(response.headers().firstValue("x-line-request-id")).isPresent();
    }

    private static String text(String words) {
        return "{\"type\":\"text\",\"text\":\"%s\"}".formatted(words);
    }

    private static HttpResponse<String> reply(String token, String messages, String... headers) {
        var request = HttpRequest.newBuilder(line.apiUrl().resolve("/v2/bot/message/reply"))
                .header("Authorization", "Bearer " + FakeLine.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"replyToken\":\"%s\",\"messages\":[%s]}".formatted(token, messages)));
        if (headers.length > 0) request.headers(headers);
        return LineWebhook.send(request.build());
    }
}
