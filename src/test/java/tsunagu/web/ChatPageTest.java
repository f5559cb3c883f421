package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat page over real HTTP, as a browser without JavaScript and as htmx fetch it. */
class ChatPageTest {
    private static final Pattern CONVERSATION = Pattern.compile("name=\"conversation\" value=\"([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"");

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
    void theFirstPageGreetsSuggestsAndSaysWhereToCallFirst() {
        HttpResponse<String> page = server.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("<html lang=\"ja\">", "role=\"log\"", "<main", "<footer", "青嵐中の近くに住んでいます")
                .contains("href=\"tel:119\"", "href=\"tel:110\"", "90日間");
    }

    @Test
    void everyPageStartsAConversationOfItsOwn() {
        assertThat(conversation(server.get("/"))).isNotEqualTo(conversation(server.get("/")));
        assertThat(server.get("/").headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(server.get("/").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void withoutJavaScriptTheWholePageComesBackWithTheExchange() {
        HttpResponse<String> page = server.form(Map.of("conversation", "talk-1", "text", "青嵐中のあたり"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<!DOCTYPE html>", "青嵐中のあたり", "ほくっとネット", "出典 2件", SampleReplies.QUOTE)
                .contains("href=\"tel:0424202821\"", "value=\"北東部の今度の行事は？\"");
        assertThat(conversation(page)).isEqualTo("talk-1");
    }

    @Test
    void htmxGetsTheExchangeAlone() {
        HttpResponse<String> part =
                server.form(Map.of("conversation", "talk-1", "text", "青嵐中のあたり"), "HX-Request", "true");

        assertThat(part.body()).doesNotContain("<html").contains("<article", "ほくっとネット");
        assertThat(part.headers().firstValue("Vary").orElseThrow()).contains("HX-Request");
        assertThat(part.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whatWasTypedIsShownAsTextAndNeverAsMarkup() {
        String typed = "</p><script>alert('x')</script> & \"引用\" \u0000\uD800";

        assertThat(server.form(Map.of("text", typed)).body())
                .contains("&lt;/p&gt;&lt;script&gt;alert(")
                .doesNotContain("<script>alert", "\u0000");
        assertThat(server.form(Map.of("text", "\"><img src=x onerror=alert(1)>" + "a".repeat(2000)))
                        .body())
                .doesNotContain("<img src=x");
    }

    @ParameterizedTest
    @CsvSource({"'', 400, 質問が空です", "'　 ', 400, 質問が空です", "LONG, 422, 質問が長すぎます"})
    void aQuestionThatCannotBeTakenIsExplainedAndNotLost(String text, int status, String words) {
        String typed = text.equals("LONG") ? "あ".repeat(2001) : text;
        HttpResponse<String> page = server.form(Map.of("conversation", "talk-1", "text", typed));

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(words, "<!DOCTYPE html>", ">" + typed + "</textarea>");
        assertThat(conversation(page)).isEqualTo("talk-1");
    }

    @Test
    void aFormWithoutTextOrWithABrokenConversationIsExplainedToo() {
        assertThat(server.form(Map.of("conversation", "talk-1")).statusCode()).isEqualTo(400);
        HttpResponse<String> page = server.form(Map.of("conversation", "no such id!", "text", "あ"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(conversation(page)).matches("[A-Za-z0-9-]{36}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%zz", "text=%", "%ff=%fe%zz&text=a"})
    void aFormThatCannotBeDecodedIsTheSendersFault(String body) {
        HttpResponse<String> page = server.form(body, "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("読めない送り方です");
    }

    @Test
    void aFailureShowsAPageWithAWayOn() {
        HttpResponse<String> page = server.form(Map.of("text", "こわれる"), "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).contains("うまく動きませんでした", "href=\"/\"").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "/, , ja",
        "/, 'en-US,en;q=0.9', en",
        "/, 'fr-FR,fr;q=0.9', ja",
        "/, 'fr,en;q=0.5', en",
        "/, ';;;q=x', ja",
        "/?lang=en, ja, en",
        "/?lang=ja, en, ja",
        "/?lang=tlh, en, en",
        "/?lang=, , ja"
    })
    void theLanguageIsTheOneAskedForOrTheBrowsersOrJapanese(String path, String acceptLanguage, String expected) {
        HttpResponse<String> page =
                acceptLanguage == null ? server.get(path) : server.get(path, "Accept-Language", acceptLanguage);

        assertThat(page.body()).contains("<html lang=\"" + expected + "\">");
    }

    @Test
    void aChosenLanguageStaysChosen() {
        assertThat(server.get("/?lang=en").body())
                .contains("name=\"lang\" value=\"en\"", "href=\"/?lang=ja\"", "href=\"/?lang=en\"");
        assertThat(server.get("/").body()).doesNotContain("name=\"lang\"");
        assertThat(server.form(Map.of("text", "How do I join?", "lang", "en")).body())
                .contains("<html lang=\"en\">", "Sources (1)", "December 23, 2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/assets/chat.css", "/health"})
    void everyResponseTellsTheBrowserToTrustNobodyElse(String path) {
        var headers = server.get(path, "Accept", "text/html").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void thePageHasNothingInlineThatThePolicyWouldForbid() {
        String page = server.form(Map.of("text", "青嵐中")).body();

        assertThat(page).doesNotContain(" style=", "<style", " onclick", "hx-on", "javascript:");
        assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(page).find())
                .isFalse();
    }

    @Test
    void everyStyleScriptAndImageOfThePageIsThereAndMayBeKept() {
        List<String> addresses = ADDRESS.matcher(server.get("/").body())
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".*=\"|\"", ""))
                .distinct()
                .toList();

        assertThat(addresses).hasSizeGreaterThanOrEqualTo(5);
        assertThat(addresses).allSatisfy(address -> {
            HttpResponse<String> file = server.get(address);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=");
        });
    }

    @Test
    void anUnchangedFileIsNotSentAgain() {
        HttpResponse<String> first = server.get("/assets/chat.css");
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(server.get("/assets/chat.css", "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aWarmPageTakesLessThanFiftyMilliseconds() {
        for (int i = 0; i < 50; i++) server.get("/");
        List<Duration> times = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> timed(() -> server.get("/")))
                .sorted()
                .toList();

        System.out.println("GET / warm: median " + times.get(25).toMillis() + " ms, slowest "
                + times.getLast().toMillis() + " ms");
        assertThat(times.get(25)).isLessThan(Duration.ofMillis(50));
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String conversation(HttpResponse<String> page) {
        var found = CONVERSATION.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
