package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tsunagu.conversation.Utterance;

/** {@code POST /api/chat} over real HTTP: the contract, and everything that is not a question. */
@Isolated
class ChatApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static WebServer server;

    @BeforeAll
    static void start() {
        server = WebServer.startWithSampleTalk();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aReplyHasEveryKeyOfTheContract() {
        JsonNode answer =
                json(server.ask("{\"conversation\": \"phone-1\", \"text\": \"青嵐中の近くです\", \"language\": null}"));

        assertThat(keys(answer))
                .containsExactly("text", "messages", "topic", "outcome", "citations", "choices", "conversation");
        assertThat(answer.get("text").textValue())
                .isEqualTo(SampleReplies.area().plainText());
        assertThat(answer.get("topic").textValue()).isEqualTo("area");
        assertThat(answer.get("outcome").textValue()).isEqualTo("answered");
        assertThat(answer.get("choices"))
                .extracting(JsonNode::textValue)
                .containsExactly("北東部の今度の行事は？", "ほくっとネットに参加するには？", "だれに聞けばいい？");
        assertThat(answer.get("conversation").textValue()).isEqualTo("phone-1");
    }

    @Test
    void messagesComeAsTextsAndCards() {
        JsonNode messages = json(server.ask("{\"text\": \"青嵐中\"}")).get("messages");

        assertThat(keys(messages.get(0))).containsExactly("kind", "text");
        assertThat(messages.get(0).get("kind").textValue()).isEqualTo("text");
        JsonNode card = messages.get(1);
        assertThat(keys(card)).containsExactly("kind", "title", "lines", "links", "text");
        assertThat(card.get("kind").textValue()).isEqualTo("card");
        assertThat(card.get("lines").get(3).toString()).isEqualTo("{\"label\":\"電話\",\"value\":\"042-420-2821\"}");
        assertThat(card.get("links").get(0).toString()).isEqualTo("{\"label\":\"電話する\",\"uri\":\"tel:0424202821\"}");
        assertThat(card.get("text").textValue()).startsWith("■ 北東部地域協力ネットワーク");
    }

    @Test
    void citationsKeepTheirKeysWhereThereIsNothingToSay() {
        JsonNode citations = json(server.ask("{\"text\": \"青嵐中\"}")).get("citations");

        assertThat(citations)
                .allSatisfy(citation -> assertThat(keys(citation))
                        .containsExactly(
                                "document", "title", "publisher", "published", "heading", "quote", "page", "path"));
        assertThat(citations.get(0).get("published").textValue()).isEqualTo("2025-12-23");
        assertThat(citations.get(0).get("quote").textValue()).isEqualTo(SampleReplies.QUOTE);
        assertThat(citations.get(1).get("quote").textValue()).isEmpty();
    }

    @Test
    void anEmptyListIsAnEmptyListAndNotAbsent() {
        JsonNode answer = json(server.ask("{\"text\": \"こんにちは\"}"));

        assertThat(answer.get("citations").isArray()).isTrue();
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("choices")).isEmpty();
        assertThat(answer.get("outcome").textValue()).isEqualTo("chat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"あ\"}",
                "{\"text\": \"あ\", \"conversation\": null}",
                "{\"text\": \"あ\", \"conversation\": \"  \"}"
            })
    void whoeverNamesNoConversationGetsANewOne(String body) {
        HttpResponse<String> first = server.ask(body);
        String conversation = first.headers().firstValue("X-Conversation").orElseThrow();

        assertThat(conversation).matches("[A-Za-z0-9-]{36}");
        assertThat(json(first).get("conversation").textValue()).isEqualTo(conversation);
        assertThat(server.ask(body).headers().firstValue("X-Conversation")).isNotEqualTo(conversation);
    }

    static Stream<Arguments> refused() {
        String long2001 = "あ".repeat(Utterance.MAX_LENGTH + 1);
        return Stream.of(
                arguments("", 400, "not-json"),
                arguments("{", 400, "not-json"),
                arguments("text=hello", 400, "not-json"),
                arguments("[]", 400, "not-json"),
                arguments("\"text\"", 400, "not-json"),
                arguments("null", 400, "not-json"),
                arguments("{\"text\": \"a\"} and more", 400, "not-json"),
                arguments("{\"text\": \"a\", \"text\": \"b\"}", 400, "not-json"),
                arguments("[".repeat(100_000), 400, "not-json"),
                arguments("{\"text\": 5}", 400, "wrong-type"),
                arguments("{\"text\": [\"a\"]}", 400, "wrong-type"),
                arguments("{\"text\": {\"a\": 1}}", 400, "wrong-type"),
                arguments("{\"text\": true}", 400, "wrong-type"),
                arguments("{\"text\": \"a\", \"conversation\": 7}", 400, "wrong-type"),
                arguments("{\"text\": \"a\", \"language\": [\"ja\"]}", 400, "wrong-type"),
                arguments("{}", 400, "text-missing"),
                arguments("{\"text\": null}", 400, "text-missing"),
                arguments("{\"text\": \"\"}", 400, "text-missing"),
                arguments("{\"text\": \" \\n\\t　\"}", 400, "text-missing"),
                arguments("{\"text\": \"\\u0000\\u200b\"}", 400, "text-missing"),
                arguments("{\"text\": \"" + long2001 + "\"}", 422, "text-too-long"),
                arguments("{\"text\": \"a\", \"conversation\": \"a b\"}", 400, "conversation-invalid"),
                arguments("{\"text\": \"a\", \"conversation\": \"../../etc\"}", 400, "conversation-invalid"),
                arguments(
                        "{\"text\": \"a\", \"conversation\": \"" + "x".repeat(101) + "\"}",
                        400,
                        "conversation-invalid"),
                arguments("{\"text\": \"a\", \"language\": \"fr\"}", 400, "language-unknown"),
                arguments("{\"text\": \"a\", \"language\": \"日本語\"}", 400, "language-unknown"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void badInputGetsASentenceAPersonUnderstands(String body, int status, String reason) {
        JsonNode problem = problem(server.ask(body), status);

        assertThat(problem.get("type").textValue()).isEqualTo("urn:tsunagu:problem:" + reason);
        assertThat(problem.get("detail").textValue()).doesNotContain("{field}", "{limit}", "{languages}", "Exception");
    }

    @Test
    void aRefusalNamesTheLanguagesWeSpeakAndTheLimitOfAText() {
        assertThat(server.ask("{\"text\": \"a\", \"language\": \"fr\"}").body()).contains("ja, ja-easy, en, zh, ko");
        assertThat(server.ask("{\"text\": \"" + "a".repeat(2001) + "\"}").body())
                .contains("2000");
        assertThat(server.ask("{\"text\": 1}", "Accept-Language", "en-GB,en;q=0.9")
                        .body())
                .contains("as a string");
    }

    static Stream<Arguments> oddButWelcome() {
        return Stream.of(
                arguments("a\\u0000b", "「ab」"),
                arguments("\\u0007鈴\\u001b[31m", "「鈴[31m」"),
                arguments("\\ud83d", "「\uFFFD」"),
                arguments("\\udc00\\ud83d", "「\uFFFD\uFFFD」"),
                arguments("👨‍👩‍👧", "「👨‍👩‍👧」"),
                arguments("\\u202e逆", "「\u202e逆」"),
                arguments("一行目\\r\\n二行目", "「一行目\n二行目」"),
                arguments("<script>alert(1)</script>", "「<script>alert(1)</script>」"),
                arguments("'; DROP TABLE x; --", "「'; DROP TABLE x; --」"),
                arguments("${7*7} {{7*7}} %s %n", "「${7*7} {{7*7}} %s %n」"),
                arguments("a".repeat(Utterance.MAX_LENGTH), "「" + "a".repeat(Utterance.MAX_LENGTH) + "」"));
    }

    @ParameterizedTest
    @MethodSource("oddButWelcome")
    void controlCharactersAndHalfSurrogatesBreakNothing(String inJson, String echoed) {
        JsonNode answer = json(server.ask("{\"text\": \"" + inJson + "\"}"));

        assertThat(answer.get("text").textValue()).startsWith(echoed);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] body = "{\"text\": \"??\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        body[10] = (byte) 0x83;
        body[11] = (byte) 0x65;

        problem(server.ask(body), 400);
    }

    @Test
    void aBodyOverAMegabyteIsRefused() {
        JsonNode problem = problem(server.ask("{\"text\": \"" + "a".repeat(1_100_000) + "\"}"), 413);

        assertThat(problem.get("detail").textValue()).contains("1MB");
    }

    @Test
    void otherContentTypesMethodsAndPathsAreRefusedAsProblems() {
        var body = BodyPublishers.ofString("text=a");
        problem(
                server.send(server.request("/api/chat", "Content-Type", "text/plain")
                        .POST(body)),
                415);
        problem(
                server.send(server.request("/api/chat", "Content-Type", "application/x-www-form-urlencoded")
                        .POST(body)),
                415);
        problem(server.send(server.request("/api/chat").DELETE()), 405);
        problem(server.get("/api/chat"), 405);
        problem(server.get("/api/nothing"), 404);
        problem(server.get("/nothing", "Accept", "application/json"), 404);
    }

    @Test
    void browsersGetAPageInsteadOfAProblem() {
        HttpResponse<String> response = server.get("/nothing", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.body()).contains("<html lang=\"ja\">", "ページが見つかりません", "href=\"/\"");
    }

    @Test
    void anUnexpectedFailureTellsANumberAndKeepsWhatWasTypedOutOfTheLog() {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            JsonNode problem = problem(server.ask("{\"text\": \"こわれる ひみつの話\"}"), 500);

            List<String> lines =
                    log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            String incident = lines.getFirst().replaceAll("incident (\\w+):.*", "$1");
            assertThat(lines).singleElement().asString().contains("IllegalStateException", "SampleReplies");
            assertThat(log.list)
                    .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNull());
            assertThat(String.join("\n", lines)).doesNotContain("ひみつ");
            assertThat(problem.get("detail").textValue()).contains(incident);
            assertThat(problem.toString()).doesNotContain("ひみつ", "Exception", "tsunagu.web.");
        } finally {
            root.detachAppender(log);
        }
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = parse(response.body());
        assertThat(keys(problem)).containsExactly("type", "title", "status", "detail");
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(problem.get("detail").textValue()).isNotBlank();
        return problem;
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        return parse(response.body());
    }

    private static JsonNode parse(String body) {
        try {
            return Objects.requireNonNull(JSON.readTree(body));
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    private static List<String> keys(JsonNode node) {
        var keys = new ArrayList<String>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
