package tsunagu.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.faq.entry.Field;

/** What somebody sends who means harm, or whose finger slipped: refused or shown as text, and the copy goes on. */
class FaqHostileTest {
    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    private static FaqTown town;

    @BeforeAll
    static void open() {
        town = new FaqTown();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void scriptInEveryFieldIsText() {
        Map<String, String> fields = new HashMap<>();
        for (Field field : Field.values()) fields.put(field.key(), SCRIPT);
        var refused = town.editor.post("/console/faq/new", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("&lt;script").doesNotContain("<script>alert", "<img src=x");

        String path = town.write(Map.of(
                "question", SCRIPT + "はどこ",
                "wordings", SCRIPT,
                "answer", SCRIPT,
                "links", SCRIPT + " https://example.jp/?q=<script>".replace("<script>", "%3Cscript%3E"),
                "contact", SCRIPT,
                "tags", SCRIPT,
                "owner", SCRIPT));
        town.editor.post(path + "/golden", Map.of("words", SCRIPT));
        town.editor.post(
                path + "/edit",
                Map.of("question", SCRIPT + "はどこ", "answer", SCRIPT + "!", "revision", town.revision(path)));
        for (String page : new String[] {"", "/edit", "/versions", "/try", "/try?text=%3Cscript%3Ealert(1)"}) {
            assertThat(town.editor.get(path + page).body())
                    .as(page)
                    .contains("&lt;script")
                    .doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(town.editor.get("/console/faq?q=%3Cscript%3E").body()).doesNotContain("<script>alert", "<img src=x");
        assertThat(town.publish(path).statusCode()).isEqualTo(303);
        assertThat(town.approver.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void addressesThatRunSomethingAreRefused() {
        for (String address :
                new String[] {"javascript:alert(1)", "data:text/html,x", "//evil", "https://", "ftp://a/"}) {
            var response = town.editor.post(
                    "/console/faq/new", Map.of("question", "質問", "answer", "答え", "links", "案内 " + address));
            assertThat(response.statusCode()).as(address).isEqualTo(422);
        }
    }

    @Test
    void fieldsThatAreTooLongAreToldOfAndAWholeFloodIsRefused() {
        var response = town.editor.post(
                "/console/faq/new", Map.of("question", "あ".repeat(5000), "answer", "い".repeat(20_000)));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("長すぎます。200文字まで", "長すぎます。4000文字まで");
        assertThat(town.editor
                        .post("/console/faq/new", Map.of("question", "q", "answer", "x".repeat(10_000_000)))
                        .statusCode())
                .as("too large to read, so without a token of ours")
                .isEqualTo(413);
        assertThat(town.editor.get("/console/faq").statusCode()).isEqualTo(200);
    }

    @Test
    void addressesNobodyLinksToAreNotFound() {
        String path = town.write("普通の質問", "答え");
        for (String page : new String[] {
            "/console/faq/999999999999",
            "/console/faq/-1",
            "/console/faq/files/00000000-0000-0000-0000-000000000000",
            "/console/faq/new?question=x",
            "/console/faq/999999/versions",
        }) {
            assertThat(town.editor.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(town.editor
                        .post(path + "/versions/99/restore", Map.of("revision", "1"))
                        .statusCode())
                .isEqualTo(404);
        for (String page : new String[] {
            "/console/faq?page=99999&state=none&overdue=1&q=%00%25",
            "/console/faq/similar?question=" + "%E3%81%82".repeat(300) + "&municipality=machida",
            path + "/versions?left=x&right=99999999999",
            path + "/try?text=%00%0A%F0%9F%98%80",
        }) {
            assertThat(town.editor.get(page).statusCode()).as(page).isEqualTo(200);
        }
        town.press(town.editor, path, "submit", Map.of("revision", "not a number"));
        assertThat(town.editor.get(path).body()).contains("ほかの人が先に変更しました");
    }

    @Test
    void signsThatCannotBeSeenAreLeftOut() {
        String path = town.write("見えない\u0000\u0007文字\u202e", "答\u0000え\r\n二行目\t");
        assertThat(town.editor.get(path).body()).contains("見えない文字", "答え\n二行目");
    }

    @Test
    void nothingWithoutAJobIsOpen() {
        assertThat(town.staff().visitor().get("/console/faq").statusCode()).isIn(303, 401, 403);
        assertThat(town.staff().visitor().get("/console/faq/files/faq.csv").statusCode())
                .isIn(303, 401, 403);
    }
}
