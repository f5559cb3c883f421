package tsunagu.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** What somebody may send to the screens of notices who means harm, or is merely too quick. */
class NoticeHostileTest {
    private static final String SCRIPT = "\"'><script>alert(1)</script>";
    private static final String NOW = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
            .format(LocalDateTime.now(Clock.system(ZoneId.of("Asia/Tokyo"))));

    private static NoticeStaff town;
    private static TestStaff.Browser editor;
    private static TestStaff.Browser approver;

    @BeforeAll
    static void open() {
        town = new NoticeStaff(Map.of());
        editor = town.staff.member(Role.EDITOR, Optional.of(NoticeStaff.TOWN));
        approver = town.staff.member(Role.APPROVER, Optional.of(NoticeStaff.TOWN));
        town.residents("だれか", 2);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Map<String, String> good(Map<String, String> more) {
        var fields = new HashMap<>(Map.of("body", "本文", "source", "出典", "sourced-at", NOW));
        fields.putAll(more);
        return fields;
    }

    private static String written(Map<String, String> more) {
        return editor.post("/console/notices/new", good(more))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> step(TestStaff.Browser who, String path, String step, int revision) {
        return who.post(path + "/" + step, Map.of("revision", String.valueOf(revision), "reason", SCRIPT));
    }

    @Test
    void scriptsStayWords() {
        String path = written(
                Map.of("title", SCRIPT, "body", SCRIPT, "source", SCRIPT, "contact", SCRIPT, "body-en", SCRIPT));
        step(editor, path, "submit", 1);
        step(editor, path, "send-back", 2);
        for (String page : new String[] {path, path + "/edit", path + "/plan", "/console/notices"}) {
            assertThat(editor.get(page).body()).as(page).contains("alert(1)").doesNotContain("<script>alert");
        }
        assertThat(editor.post("/console/notices/preview", good(Map.of("body", SCRIPT)))
                        .body())
                .contains("alert(1)")
                .doesNotContain("<script>alert");
        assertThat(town.staff
                        .member(Role.ADMINISTRATOR, Optional.empty())
                        .get("/console/trail")
                        .body())
                .doesNotContain("<script>alert");
    }

    @Test
    void whatIsNoNoticeIsRefusedWithASentence() {
        Map<String, Map<String, String>> wrong = Map.of(
                "https:// で始まるURL", Map.of("link", "javascript:alert(1)"),
                "2000文字まで", Map.of("body", "あ".repeat(2001)),
                "この自治体の地区", Map.of("areas", "machida/minami"),
                "これからの日時", Map.of("sourced-at", "2999-01-01T00:00"),
                "60日までの日時", Map.of("scheduled-at", "2001-01-01T00:00"),
                "出典のないお知らせ", Map.of("source", "\0 \u0007"),
                "2026-11-22 09:30 のように", Map.of("sourced-at", "きのう"),
                "本文を書いてください", Map.of("body", "\0\uD800 "));
        wrong.forEach((says, fields) -> {
            HttpResponse<String> response = editor.post("/console/notices/new", good(fields));
            assertThat(response.statusCode()).as(says).isEqualTo(422);
            assertThat(response.body()).contains(says);
        });
        for (String link : new String[] {"https://", "https://a b", "https://user@evil.example/", "//evil"}) {
            assertThat(editor.post("/console/notices/new", good(Map.of("link", link)))
                            .statusCode())
                    .as(link)
                    .isEqualTo(422);
            assertThat(editor.post("/console/notices/preview", good(Map.of("link", link)))
                            .statusCode())
                    .as(link)
                    .isEqualTo(200);
        }
        assertThat(editor.get("/console/notices/no-number").statusCode()).isEqualTo(400);
        assertThat(editor.get("/console/notices/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyTakesAStepThatIsNotTheirs() {
        String path = written(Map.of());
        var viewer = town.staff.member(Role.VIEWER, Optional.of(NoticeStaff.TOWN));
        var stranger = town.staff.member(Role.APPROVER, Optional.of("machida"));
        assertThat(viewer.get(path).statusCode()).isEqualTo(200);
        assertThat(step(viewer, path, "submit", 1).statusCode()).isEqualTo(403);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/plan").statusCode()).isEqualTo(404);
        assertThat(step(stranger, path, "submit", 1).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/console/notices?municipality=nishitokyo").body())
                .doesNotContain(path + "\"");
        assertThat(editor.postAsIs(path + "/submit", Map.of("revision", "1")).statusCode())
                .as("without our token")
                .isEqualTo(403);
        step(editor, path, "submit", 1);
        assertThat(step(editor, path, "approve", 2).statusCode()).isEqualTo(403);
        step(approver, path, "approve", 2);
        assertThat(step(editor, path, "send", 3).statusCode()).isEqualTo(403);
        step(editor, path, "withdraw", 3);
        assertThat(editor.get(path).body()).contains("いまの状態（承認済み）", "承認した人");
        assertThat(editor.post(path + "/edit", good(Map.of("revision", "3", "body", "別の本文")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(editor.get(path).body()).contains("本文").doesNotContain("別の本文");
    }

    @Test
    void whoeverIsTooLateChangesAndSendsNothing() throws Exception {
        String path = written(Map.of("title", "二度"));
        assertThat(editor.post(path + "/edit", good(Map.of("revision", "1", "body", "直した")))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> late = editor.post(path + "/edit", good(Map.of("revision", "1", "body", "おそい")));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("先に変更した", "直した", "おそい");
        step(editor, path, "submit", 2);
        step(approver, path, "approve", 2);
        assertThat(approver.get(path).body()).contains("ほかの人が先に進めたか");
        step(approver, path, "approve", 3);
        var colleague = town.staff.member(Role.APPROVER, Optional.empty());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> step(approver, path, "send", 4));
            var two = threads.submit(() -> step(colleague, path, "send", 4));
            one.get();
            two.get();
        }
        long end = System.nanoTime() + 60_000_000_000L;
        while (!approver.get(path + "/progress").body().contains("終わりました")) {
            assertThat(System.nanoTime()).as("still sending").isLessThan(end);
            Thread.sleep(100);
        }
        assertThat(town.textsOf("だれか", 0).stream().filter(text -> text.contains("二度")))
                .hasSize(1);
        assertThat(step(approver, path, "send", 5).statusCode()).isEqualTo(303);
        assertThat(approver.get(path).body()).contains("いまの状態（送信）");
    }
}
