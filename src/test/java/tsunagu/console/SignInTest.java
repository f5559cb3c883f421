package tsunagu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.staff.Invitations;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** From the first link to signing out, as a browser sees it. */
class SignInTest {
    private static TestStaff town;

    @BeforeAll
    static void open() {
        town = TestStaff.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void theFirstAdministratorIsSetUpByALinkThatWorksOnce() {
        try (var empty = TestStaff.open()) {
            String path = empty.bean(Invitations.class).inviteFirst().orElseThrow();
            var browser = empty.visitor();
            assertThat(browser.get(path).body()).contains("職員として登録する", "管理の権限、担当：すべての自治体");

            Map<String, String> fields = Map.of(
                    "login", "ｈａｎａｋｏ", "name", "花子", "password", TestStaff.PASSWORD, "again", TestStaff.PASSWORD);
            HttpResponse<String> done = browser.post(path, fields);
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(browser.post(path, fields).statusCode()).isEqualTo(410);
            assertThat(empty.bean(Invitations.class).inviteFirst()).isEmpty();

            HttpResponse<String> signedIn = browser.signIn("Hanako", TestStaff.PASSWORD);
            assertThat(signedIn.statusCode()).isEqualTo(303);
            assertThat(signedIn.headers().firstValue("Location")).contains("/console");
            assertThat(browser.get("/console").body()).contains("花子", "管理・すべての自治体");
        }
    }

    @Test
    void withoutSignInEverythingLeadsToThePageToSignIn() {
        var visitor = town.visitor();
        HttpResponse<String> home = visitor.get("/console");
        assertThat(home.statusCode()).isEqualTo(303);
        assertThat(home.headers().firstValue("Location")).contains("/console/sign-in");
        assertThat(visitor.get("/console/no-such-page?a=1").headers().firstValue("Location"))
                .contains("/console/sign-in?next=%2Fconsole%2Fno-such-page%3Fa%3D1");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/no-such-page").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndEndsWithTheSignOut() {
        var member = town.member(Role.VIEWER, Optional.empty());
        String token = member.cookies().get("tsunagu-staff");
        assertThat(member.get("/health").body()).contains("\"details\"");

        HttpResponse<String> out = member.post("/console/sign-out", Map.of());
        assertThat(out.headers().firstValue("Location")).contains("/console/sign-in?after=signed-out");
        assertThat(member.cookies()).doesNotContainKey("tsunagu-staff");
        member.cookies().put("tsunagu-staff", token);
        assertThat(member.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        var visitor = town.visitor();
        HttpResponse<String> unknown = visitor.signIn("nobody", "wrong password");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("サインイン名かパスワードが違います。").contains("value=\"nobody\"");
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        var member = town.member(Role.VIEWER, Optional.empty());
        HttpResponse<String> forged = member.postAsIs("/console/sign-out", Map.of());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("この操作はできません");
        assertThat(forged.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(member.postAsIs(
                                "/console/sign-out",
                                Map.of("csrfToken", town.visitor().formToken()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(member.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsToldOnAStaffPage() {
        var member = town.member(Role.VIEWER, Optional.of("nishitokyo"));
        HttpResponse<String> missing = member.get("/console/no-such-page");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("ページが見つかりません", "閲覧・西東京市");
    }
}
