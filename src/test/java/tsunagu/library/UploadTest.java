package tsunagu.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** What is sent to the forms that upload, and what is said to it. */
class UploadTest {
    private static LibraryTown town;

    @BeforeAll
    static void open() {
        town = new LibraryTown();
    }

    @AfterAll
    static void close() {
        if (town != null) town.close();
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatIsTooLargeIsToldSoAndOtherFormsKeepTheirLimit() {
        byte[] large = new byte[21 << 20];
        HttpResponse<String> answer =
                town.send(town.editor, LibraryTown.NEW, large, "a.pdf", LibraryTown.fields("大きい", "2026-10-01"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ファイルが大きすぎます。20MBまでです。");

        byte[] small = new byte[1_200_000];
        assertThat(town.send(town.editor, "/console/faq/new", small, "a.csv", Map.of())
                        .statusCode())
                .isEqualTo(413);
        assertThat(town.send(town.editor, LibraryTown.NEW, new byte[32 << 20], "a.pdf", Map.of())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void namesAreShownAndNeverPaths() {
        String path = town.upload(
                text("公民館の和室は、毎週火曜日に開いています。\n"), "../../etc/passwd<b>.txt", LibraryTown.fields("", "2026-10-01"));

        assertThat(town.editor.get(path).body())
                .contains("passwd&lt;b&gt;.txt", "公民館の和室は、毎週火曜日に開いています。")
                .doesNotContain("../", "<b>");
    }

    @Test
    void whatIsWrongIsToldAndWhatWasWrittenStays() {
        HttpResponse<String> unread = town.send(
                town.editor, LibraryTown.NEW, text("ただの文です。"), "a.pdf", LibraryTown.fields("題名です", "2026-10-01"));
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains("中身はPDFではありません", "題名です");

        HttpResponse<String> undated =
                town.send(town.editor, LibraryTown.NEW, text("ただの文です。"), "a.txt", LibraryTown.fields("題名です", ""));
        assertThat(undated.statusCode()).isEqualTo(422);
        assertThat(undated.body()).contains("発行日を書いてください");

        assertThat(town.editor
                        .post(LibraryTown.NEW, LibraryTown.fields("題名です", "2026-10-01"))
                        .body())
                .contains("ファイルを選んでください");
    }

    @Test
    void aPageThatWasUploadedRunsNothingAndDraftsAreForStaffAlone() {
        String path = town.upload(
                text("<!DOCTYPE html><html><body><h1>和室の案内</h1><p>和室は二階にあります。</p><script>alert(1)</script>"),
                "page.html",
                LibraryTown.fields("和室の案内", "2026-10-01"));
        String document = "/documents/" + path.replace("/console/documents/", "document-") + "/original";
        assertThat(town.staff().visitor().get(document).statusCode()).isEqualTo(404);
        TestStaff.Browser stranger = town.staff().member(Role.ADMINISTRATOR, Optional.of("machida"));
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/original").statusCode()).isEqualTo(404);

        town.publish(path);
        HttpResponse<String> original = town.staff().visitor().get(document);
        assertThat(original.body()).contains("和室は二階にあります。");
        assertThat(original.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;");
        assertThat(town.staff()
                        .visitor()
                        .get("/documents/nishitokyo-tsushin-17/original")
                        .body())
                .contains("地域");
        for (String unknown : new String[] {"document-999", "document-x", "..%2F..%2Fetc"}) {
            assertThat(town.staff()
                            .visitor()
                            .get("/documents/" + unknown + "/original")
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
