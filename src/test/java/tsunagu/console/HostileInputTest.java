package tsunagu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.OpenQuestions;
import tsunagu.conversation.OpenQuestions.Place;
import tsunagu.conversation.OpenQuestions.State;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.staff.Invitations;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** What somebody may send who means harm. */
class HostileInputTest {
    private static final String SCRIPT = "\"'><script>alert(1)</script>";

    private static TestStaff town;
    private static TestStaff.Browser administrator;

    @BeforeAll
    static void open() {
        town = TestStaff.open();
        administrator = town.member(Role.ADMINISTRATOR, Optional.empty());
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void scriptsInNamesQuestionsNotesAndAddressesStayWords() {
        String path = town.bean(Invitations.class).inviteFromCommandLine(Role.EDITOR, Optional.empty());
        var editor = town.visitor();
        Map<String, String> fields =
                Map.of("login", SCRIPT, "name", SCRIPT, "password", TestStaff.PASSWORD, "again", TestStaff.PASSWORD);
        assertThat(editor.post(path, Map.of("login", SCRIPT, "name", SCRIPT, "password", "a", "again", "b"))
                        .body())
                .contains("二つのパスワードが同じではありません")
                .doesNotContain("<script>alert");
        assertThat(editor.post(path, fields).statusCode()).isEqualTo(303);
        assertThat(editor.signIn(SCRIPT, TestStaff.PASSWORD).statusCode()).isEqualTo(303);

        town.bean(UnansweredQuestions.class).keep("x", SCRIPT, SCRIPT + "は？", SCRIPT, Optional.empty());
        var question = town.bean(OpenQuestions.class)
                .listQuestions(Optional.of(SCRIPT), State.NEW, Place.START, 1)
                .getFirst();
        String page = "/console/questions/" + question.id();
        for (String state : List.of("not-ours", "taken", "not-ours")) {
            assertThat(editor.post(page, Map.of("state", state, "note", SCRIPT)).statusCode())
                    .isEqualTo(303);
        }
        assertThat(editor.post(page, Map.of("state", SCRIPT)).statusCode()).isEqualTo(422);
        for (String shown : List.of(
                "/console", page, "/console/questions?state=not-ours", "/console/questions?after=%22%3E%3Cscript%3E")) {
            assertThat(editor.get(shown).body()).as(shown).doesNotContain("<script>alert", "\"'>");
        }
        for (String shown : List.of("/console/staff", "/console/trail")) {
            assertThat(administrator.get(shown).body())
                    .as(shown)
                    .contains("alert(1)")
                    .doesNotContain("<script>alert");
        }
        assertThat(town.visitor()
                        .get("/console/sign-in?next=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&after=%3Cscript%3E")
                        .body())
                .doesNotContain("<script>alert");
    }

    @Test
    void signingInLeadsToPagesOfOursOnly() {
        for (String next : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/console//evil",
                "/\\evil.example",
                "/console/../..//evil",
                "javascript:alert(1)",
                "/console\r\nSet-Cookie: a=b")) {
            var visitor = town.visitor();
            String page = visitor.get("/console/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                    .body();
            assertThat(page).as(next).contains("name=\"next\" value=\"/console");
            assertThat(page).as(next).doesNotContain("evil.example").doesNotContain("javascript:alert");
        }
    }

    @Test
    void cookiesThatWereMadeUpOpenNothing() {
        for (String forged :
                List.of("A".repeat(43), "'or'1'='1'or'1'='1'or'1'='1'or'1'='1'or'1'='", "x".repeat(4000))) {
            var visitor = town.visitor();
            visitor.cookies().put("tsunagu-staff", forged);
            assertThat(visitor.get("/console").statusCode()).isEqualTo(303);
            assertThat(visitor.get("/").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void aTokenOfAnotherBrowserOrOfNoneOrOfYesterdayChangesNothing() {
        var member = town.member(Role.ADMINISTRATOR, Optional.empty());
        String own = member.formToken();
        Map<String, String> invite = Map.of("role", "viewer", "municipality", "");
        assertThat(member.postAsIs("/console/staff/invitations", invite).statusCode())
                .isEqualTo(403);
        for (String token : List.of("", "0", "x".repeat(100_000), administrator.formToken())) {
            assertThat(member.postAsIs("/console/staff/invitations", with(invite, token))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(member.postAsIs("/console/staff/invitations", with(invite, own))
                        .statusCode())
                .isEqualTo(200);
        assertThat(member.postAsIs("/console/staff/invitations", invite, "X-CSRF-TOKEN", own)
                        .statusCode())
                .isEqualTo(200);

        member.post("/console/sign-out", Map.of());
        member.signIn("nobody", "…");
        assertThat(member.postAsIs("/console/sign-in", with(Map.of("login", "a"), own))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsNoFormIsNotTaken() {
        for (String type : List.of("text/plain", "application/json", "application/xml")) {
            var request = administrator
                    .request("/console/staff/invitations")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("role=administrator&municipality="));
            assertThat(administrator.send(request).statusCode()).as(type).isIn(403, 415);
        }
        var withoutType = administrator.request("/console/sign-out").POST(BodyPublishers.ofString("csrfToken="));
        assertThat(administrator.send(withoutType).statusCode()).isIn(403, 415);
        var broken = administrator
                .request("/console/sign-out")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrfToken=%E3%8"));
        assertThat(administrator.send(broken).statusCode()).isBetween(400, 499);
        assertThat(administrator.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void tenMegabytesAreRefusedAndTheServerLivesOn() {
        HttpResponse<String> response = post(administrator, Map.of("login", "あ".repeat(3_400_000)));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(administrator.get("/console").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> post(TestStaff.Browser browser, Map<String, String> fields) {
        return browser.post("/console/sign-in", fields);
    }

    @Test
    void veryLongNamesAndPasswordsAreRefusedWithASentence() {
        String path = town.bean(Invitations.class).inviteFromCommandLine(Role.VIEWER, Optional.empty());
        var visitor = town.visitor();
        assertThat(accept(visitor, path, "a".repeat(101), "名前", TestStaff.PASSWORD))
                .contains("サインイン名は100文字まで");
        assertThat(accept(visitor, path, "a", "名".repeat(101), TestStaff.PASSWORD))
                .contains("氏名は100文字まで");
        assertThat(accept(visitor, path, "a", "名前", "p".repeat(201))).contains("パスワードは200文字まで");
        assertThat(accept(visitor, path, "a", "名前", "short")).contains("パスワードは12文字以上");
        assertThat(accept(visitor, path, " ", "名前", TestStaff.PASSWORD)).contains("サインイン名を入力");
        assertThat(accept(visitor, path, "abcdefghijklm", "名前", "ＡＢＣＤＥＦＧＨＩＪＫＬＭ"))
                .contains("サインイン名と同じパスワード");
        assertThat(visitor.signIn("a".repeat(100_000), "b".repeat(100_000)).statusCode())
                .isEqualTo(422);
        assertThat(visitor.get("/console/set-up/" + "x".repeat(5000)).statusCode())
                .isIn(400, 410, 413, 414);
        assertThat(visitor.get("/console/questions/not-an-id").statusCode()).isEqualTo(303);
        assertThat(administrator.get("/console/questions/not-an-id").statusCode())
                .isEqualTo(400);
    }

    @Test
    void namesWithWhatDatabasesRefuseAreNoFailureOfOurs() {
        String path = town.bean(Invitations.class).inviteFromCommandLine(Role.VIEWER, Optional.empty());
        var visitor = town.visitor();
        HttpResponse<String> response = visitor.post(
                path,
                Map.of(
                        "login",
                        "nul\0\uD800-" + System.nanoTime(),
                        "name",
                        "nul\0\uD800",
                        "password",
                        TestStaff.PASSWORD,
                        "again",
                        TestStaff.PASSWORD));
        assertThat(response.statusCode()).isLessThan(500);
    }

    private static String accept(TestStaff.Browser browser, String path, String login, String name, String password) {
        return browser.post(path, Map.of("login", login, "name", name, "password", password, "again", password))
                .body();
    }

    private static Map<String, String> with(Map<String, String> fields, String token) {
        var all = new HashMap<>(fields);
        all.put("csrfToken", token);
        return all;
    }
}
