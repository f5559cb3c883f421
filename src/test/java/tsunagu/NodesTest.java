package tsunagu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Field;
import tsunagu.events.store.Events;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/**
 * Two copies beside one PostgreSQL, started at the same moment: whoever is passed from one to the other notices
 * nothing. What happens when one of them is killed stands in {@code tsunagu.line.fault}.
 */
class NodesTest {
    private static final String TOWN = "nishitokyo";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"([0-9]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestStaff one;
    private static TestStaff two;

    @BeforeAll
    static void start() {
        Map<String, Object> shared = Databases.POSTGRESQL.settings();
        var second = CompletableFuture.supplyAsync(() -> TestStaff.open(shared));
        one = TestStaff.open(shared);
        two = second.join();
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    /** The same browser, sent to the other copy. */
    private static TestStaff.Browser passedOn(TestStaff.Browser browser) {
        TestStaff.Browser other = two.visitor();
        other.cookies().putAll(browser.cookies());
        return other;
    }

    private static String ask(TestStaff copy, String conversation, String text) {
        String body = """
            {"conversation": "%s", "text": "%s"}\
            """.formatted(conversation, text);
        var request = HttpRequest.newBuilder(URI.create(copy.url() + "/api/chat"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration untilTold(TestStaff copy, String question, String words) {
        long began = System.nanoTime();
        for (String told = ""; !told.contains(words); told = ask(copy, newcomer(), question)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            assertThat(waited).as(words + " is not in " + told).isLessThan(LONGEST_WAIT);
            pause();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String newcomer() {
        return UUID.randomUUID().toString();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String revision(TestStaff.Browser editor, String path) {
        Matcher found = REVISION.matcher(editor.get(path + "/edit").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whatIsPublishedOnOneIsToldByBothAndAFormOfOneMayBeSentToTheOther() {
        TestStaff.Browser editor = one.member(Role.EDITOR, Optional.of(TOWN));
        HttpResponse<String> written = passedOn(editor)
                .post("/console/faq/new", Map.of("question", "竹馬は借りられますか？", "answer", "竹馬は体育館で借りられます。"));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(303);
        String path = written.headers().firstValue("Location").orElseThrow();
        editor.post(path + "/submit", Map.of("revision", revision(editor, path)));
        TestStaff.Browser approver = one.member(Role.APPROVER, Optional.of(TOWN));
        assertThat(approver.post(path + "/publish", Map.of("revision", revision(approver, path)))
                        .statusCode())
                .isEqualTo(303);
        Duration there = untilTold(two, "竹馬は借りられますか", "竹馬は体育館で借りられます");
        Duration here = untilTold(one, "竹馬は借りられますか", "竹馬は体育館で借りられます");
        System.out.printf(
                Locale.ROOT,
                "published on one copy: told by the other after %d ms, by the same %d ms later%n",
                there.toMillis(),
                here.toMillis());

        assertThat(passedOn(approver)
                        .post(path + "/withdraw", Map.of("revision", revision(approver, path)))
                        .statusCode())
                .isEqualTo(303);
        long began = System.nanoTime();
        while (ask(one, newcomer(), "竹馬は借りられますか").contains("体育館で借りられます")) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST_WAIT);
            pause();
        }
    }

    @Test
    void anEventEnteredOnOneIsToldByBoth() {
        LocalDate day = LocalDate.now().plusDays(40);
        assertThat(ask(two, newcomer(), "どろんこ相撲大会はいつ？")).doesNotContain("ふれあい広場");
        one.bean(Events.class)
                .loadSamples(
                        TOWN,
                        List.of(new Content(Map.of(
                                Field.ID,
                                "nodes-1",
                                Field.TITLE,
                                "どろんこ相撲大会",
                                Field.START,
                                day.toString(),
                                Field.PLACE,
                                "ふれあい広場"))));
        untilTold(two, "どろんこ相撲大会はいつ？", "ふれあい広場");
        untilTold(one, "どろんこ相撲大会はいつ？", "ふれあい広場");
    }

    @Test
    void aConversationGoesOnWhicheverCopyIsAsked() {
        assertThat(ask(one, "resident-of-both", "青嵐中の近くに引っ越してきました")).contains("北東部");
        assertThat(ask(two, "resident-of-both", "そこの団体に入るには？")).contains("北東部");
        assertThat(ask(one, "resident-of-both", "データを消して")).contains("消");
        assertThat(ask(two, "resident-of-both", "はい")).contains("消しました");
        assertThat(ask(one, "resident-of-both", "何を覚えてる？")).doesNotContain("北東部");
    }

    @Test
    void aSignInHoldsOnBothAndEndsOnBoth() {
        TestStaff.Browser here = one.member(Role.VIEWER, Optional.of(TOWN));
        TestStaff.Browser there = passedOn(here);
        assertThat(there.get("/console/faq").statusCode()).isEqualTo(200);
        assertThat(there.post("/console/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(here.get("/console/faq").statusCode()).isEqualTo(303);
    }
}
