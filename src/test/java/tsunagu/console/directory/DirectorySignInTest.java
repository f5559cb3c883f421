package tsunagu.console.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.staff.Invitations;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** Staff of a town with a directory of its own, all the way through OpenID Connect over real HTTP. */
class DirectorySignInTest {
    private static FakeDirectory directory;
    private static TestStaff town;

    @BeforeAll
    static void open() {
        directory = new FakeDirectory();
        String client = "micronaut.security.oauth2.clients.directory.";
        town = TestStaff.open(Map.of(
                client + "client-id",
                FakeDirectory.CLIENT_ID,
                client + "client-secret",
                "a secret of the client's",
                client + "openid.issuer",
                directory.issuer()));
    }

    @AfterAll
    static void close() {
        town.close();
        directory.close();
    }

    @Test
    void an_invited_member_registers_without_a_password_and_signs_in_again() {
        String link = town.bean(Invitations.class).inviteFromCommandLine(Role.EDITOR, Optional.of("nishitokyo"));
        var hanako = town.visitor();
        assertThat(hanako.get(link).body()).contains("パスワードを決めずに、庁内のアカウントで登録する");

        assertThat(location(hanako.post(link + "/directory", Map.of()))).isEqualTo("/oauth/login/directory");
        assertThat(location(comeBack(hanako, Map.of("email", "Hanako@city.example.jp", "name", "西東京 花子"))))
                .isEqualTo("/console");
        assertThat(hanako.get("/console").body()).contains("西東京 花子");

        var atHome = town.visitor();
        assertThat(atHome.get("/console/sign-in").body()).contains("庁内のアカウントでサインイン");
        assertThat(location(comeBack(atHome, Map.of("email", "hanako@city.example.jp", "email_verified", true))))
                .isEqualTo("/console");
        assertThat(atHome.get("/console/faq").statusCode()).isEqualTo(200);
        assertThat(atHome.get("/console/staff").statusCode()).isEqualTo(403);
        assertThat(town.visitor().signIn("hanako@city.example.jp", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whom_the_directory_knows_and_nobody_here_invited_stays_outside() {
        var stranger = town.visitor();

        HttpResponse<String> back = comeBack(stranger, Map.of("email", "stranger@city.example.jp"));

        assertThat(location(back)).isEqualTo("/console/sign-in?after=directory-unknown");
        assertThat(stranger.get(location(back)).body()).contains("まだ登録されていません");
        assertThat(stranger.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void an_address_the_directory_has_not_verified_is_nobodys() {
        var taro = town.member(Role.ADMINISTRATOR, Optional.empty());
        assertThat(taro.get("/console/staff").statusCode()).isEqualTo(200);

        assertThat(location(comeBack(town.visitor(), Map.of("email", "x@y", "email_verified", false))))
                .isEqualTo("/console/sign-in?after=directory-failed");
        assertThat(location(comeBack(town.visitor(), Map.of("sub", "x"))))
                .isEqualTo("/console/sign-in?after=directory-failed");
    }

    @Test
    void made_up_answers_of_a_directory_let_nobody_in() throws JOSEException {
        String link = town.bean(Invitations.class).inviteFromCommandLine(Role.ADMINISTRATOR, Optional.empty());
        var mallory = town.visitor();
        mallory.post(link + "/directory", Map.of());
        URI away = URI.create(location(mallory.get("/oauth/login/directory")));
        directory.letIn("another nonce", Map.of("email", "mallory@city.example.jp"));

        HttpResponse<String> wrongNonce = mallory.get(callback(query(away).get("state")));
        HttpResponse<String> wrongState = mallory.get(callback("made-up"));
        HttpResponse<String> refused = mallory.get("/oauth/callback/directory?error=access_denied&state="
                + encoded(query(URI.create(location(mallory.get("/oauth/login/directory"))))
                        .get("state")));
        directory.forge();
        HttpResponse<String> forged = comeBack(mallory, Map.of("email", "mallory@city.example.jp"));
        directory.beItself();

        assertThat(List.of(wrongNonce, wrongState, refused, forged))
                .extracting(DirectorySignInTest::location)
                .containsOnly("/console/sign-in?after=directory-failed");
        assertThat(mallory.get("/console").statusCode()).isEqualTo(303);
    }

    /** Goes to the directory, signs in there as somebody, and is sent back. */
    private static HttpResponse<String> comeBack(TestStaff.Browser browser, Map<String, Object> who) {
        Map<String, String> sent = query(URI.create(location(browser.get("/oauth/login/directory"))));
        assertThat(sent).containsEntry("client_id", FakeDirectory.CLIENT_ID).containsKeys("state", "nonce");
        directory.letIn(sent.get("nonce"), who);
        return browser.get(callback(sent.get("state")));
    }

    private static String callback(String state) {
        return "/oauth/callback/directory?code=c&state=" + encoded(state);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("no way on: " + response.statusCode());
    }
}
