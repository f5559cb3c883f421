package tsunagu.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.LineResident;
import tsunagu.line.fake.LineWebhook;

class LineWebhookTest {
    private static final String SIGNATURE = "x-line-signature";
    private static final int MEGABYTE = 1024 * 1024;
    /** Published by LINE, with this secret: {@link FakeLine#SECRET}. */
    private static final byte[] LINES_EXAMPLE =
            "{\"destination\":\"U8e742f61d673b39c7fff3cecb7536ef0\",\"events\":[]}".getBytes(UTF_8);

    private static final String LINES_SIGNATURE = "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=";

    private static LineTown town;

    @BeforeAll
    static void open() {
        town = LineTown.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-line-signature", "X-Line-Signature", "X-LINE-SIGNATURE"})
    void lines_own_example_is_accepted_and_answered_with_nothing(String header) {
        int before = town.line.statuses().size();

        HttpResponse<String> response = town.webhook().post(LINES_EXAMPLE, header, LINES_SIGNATURE);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(town.line.statuses()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLw=, last character differs",
        "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs, 'no padding, yet right: see next test'",
        "GhRKmvmHys4Pi8DxkF4, cut",
        "%%%, not Base64",
        "===, padding only",
        "GhRK mvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=, a space inside",
        "1a144a9af987cace0f8bc0f190, hexadecimal"
    })
    void a_wrong_or_malformed_signature_is_refused_with_a_sentence(String signature, String why) {
        boolean right = why.startsWith("no padding");

        HttpResponse<String> response = town.webhook().post(LINES_EXAMPLE, SIGNATURE, signature);

        assertThat(response.statusCode()).as(why).isEqualTo(right ? 200 : 401);
        if (!right) assertProblem(response, "signature");
    }

    @Test
    void what_is_meant_for_another_account_is_seen_and_left_alone() {
        LineResident hanako = town.resident("宛先違いの花子");
        String kind = "destination";
        ObjectNode event;
        long end = System.nanoTime() + java.time.Duration.ofSeconds(20).toNanos();
        // Who we are we learn from LINE, when the first webhook comes.
        do {
            event = hanako.says("青嵐中");
            byte[] body = ("{\"destination\":\"U" + "0".repeat(32) + "\",\"events\":[" + event + "]}").getBytes(UTF_8);
            assertThat(town.webhook().deliver(body).statusCode()).isEqualTo(200);
        } while (town.figure("tsunagu.line.ignored", "reason", kind) == 0 && System.nanoTime() < end);

        assertThat(hanako.asks("けやき小").text()).isNotBlank();
        String token = LineResident.replyToken(event);
        assertThat(town.line.replies()).noneMatch(reply -> reply.replyToken().equals(token));
    }

    @Test
    void a_missing_signature_is_refused_and_counted() {
        double before = town.figure("tsunagu.line.refused", "reason", "signature");

        HttpResponse<String> response = town.webhook().post(LINES_EXAMPLE);

        assertThat(response.statusCode()).isEqualTo(401);
        assertProblem(response, "signature");
        assertThat(town.figure("tsunagu.line.refused", "reason", "signature")).isEqualTo(before + 1);
    }

    @Test
    void a_signature_made_with_another_secret_or_for_another_body_is_refused() {
        var stranger = new LineWebhook(town.webhook().address(), "another secret");
        byte[] changed = new String(LINES_EXAMPLE, UTF_8).replace("[]", "[ ]").getBytes(UTF_8);

        assertThat(stranger.deliver(LINES_EXAMPLE).statusCode()).isEqualTo(401);
        assertThat(town.webhook().post(changed, SIGNATURE, LINES_SIGNATURE).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_message_with_a_wrong_signature_reaches_nobody() {
        ObjectNode event = town.resident("偽者").says("青嵐中");
        byte[] body = ("{\"events\":[" + event + "]}").getBytes(UTF_8);

        HttpResponse<String> response =
                town.webhook().post(body, SIGNATURE, Base64.getEncoder().encodeToString(new byte[32]));
        town.resident("本人").asks("けやき小");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(town.line.replies()).noneMatch(reply -> reply.replyToken().equals(LineResident.replyToken(event)));
    }

    @Test
    void bytes_are_verified_as_they_came_with_escapes_line_breaks_and_any_order_of_fields() {
        String token = town.line.issueReplyToken();
        String body = """
            {
              "events" : [ {"replyToken":"%s", "message":{"text":"\\uD83E\\uDD28 \\u9752嵐中 é","type":"text","id":"1"},
                "source":{"userId":"%s","type":"user"}, "type":"message","timestamp":1763773200000,
                "mode":"active",
                "webhookEventId":"01FZ74A0TDDPYRVKNK77XKC3ZR","deliveryContext":{"isRedelivery":false}}],
              "destination" : "U8e742f61d673b39c7fff3cecb7536ef0"
            }
            """.formatted(token, town.resident("花子").userId());

        assertThat(town.webhook().deliver(body.getBytes(UTF_8)).statusCode()).isEqualTo(200);
        assertThat(town.line.awaitReply(token).text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain; charset=Shift_JIS",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream"
            })
    void the_content_type_does_not_change_the_bytes(String type) {
        HttpResponse<String> response =
                town.webhook().post(LINES_EXAMPLE, "Content-Type", type, SIGNATURE, LINES_SIGNATURE);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "not json", "{\"events\":[", "[]", "null", "{}", "{\"events\":{}}", "{\"events\":[]} x"})
    void a_signed_body_that_is_not_json_with_events_is_refused_with_a_sentence(String body) {
        HttpResponse<String> response = town.webhook().deliver(body.getBytes(UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertProblem(response, "list of events");
    }

    @Test
    void a_signed_body_that_is_not_utf_8_is_refused() {
        byte[] body = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};

        assertThat(town.webhook().deliver(body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_body_of_a_megabyte_is_read() {
        assertThat(town.webhook().deliver(padded(MEGABYTE)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {MEGABYTE + 1, 3 * MEGABYTE, 20 * MEGABYTE})
    void a_larger_body_is_refused_with_413(int size) {
        assertThat(town.webhook().deliver(padded(size)).statusCode()).isEqualTo(413);
    }

    @Test
    void a_larger_body_that_does_not_tell_its_length_is_refused_with_413() {
        byte[] body = padded(3 * MEGABYTE);
        var request = HttpRequest.newBuilder(town.webhook().address())
                .header(SIGNATURE, town.webhook().sign(body))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        assertThat(LineWebhook.send(request).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "Default", "default%0Ax", "%E8%A5%BF%E6%9D%B1%E4%BA%AC"})
    void an_unknown_channel_is_not_found(String channel) {
        HttpResponse<String> response =
                town.line.webhook(channel, FakeLine.SECRET).deliver(LINES_EXAMPLE);

        assertThat(response.statusCode()).isEqualTo(404);
        assertProblem(response, "channel");
    }

    private static byte[] padded(int size) {
        String body = new String(LINES_EXAMPLE, UTF_8);
        return (body + " ".repeat(size - body.length())).getBytes(UTF_8);
    }

    private static void assertProblem(HttpResponse<String> response, String word) {
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body()).contains("\"detail\":\"").contains(word).contains("\"status\":");
    }
}
