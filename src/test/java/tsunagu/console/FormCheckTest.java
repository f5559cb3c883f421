package tsunagu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** Forms that come in pieces, with files, or over https: recognised all the same. */
class FormCheckTest {
    private static final String PART = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--x--\r\n";

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
    void aFormWhoseBodyComesLateIsReadAllTheSame() throws IOException, InterruptedException {
        var member = town.member(Role.VIEWER, Optional.empty());
        String token = member.formToken();
        assertThat(sentLate(member, "csrfToken=" + token))
                .startsWith("HTTP/1.1 303")
                .contains("after=signed-out");
        assertThat(sentLate(town.member(Role.VIEWER, Optional.empty()), "csrfToken=" + token))
                .startsWith("HTTP/1.1 403");
    }

    /** Headers first, the body in two pieces a moment later. */
    private static String sentLate(TestStaff.Browser browser, String body) throws IOException, InterruptedException {
        URI url = URI.create(town.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            var out = socket.getOutputStream();
            String head =
                    "POST /console/sign-out HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: text/html\r\n"
                            + "Cookie: tsunagu-staff=" + browser.cookies().get("tsunagu-staff") + "\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                            + "\r\n\r\n";
            for (String piece : new String[] {head, body.substring(0, 5), body.substring(5)}) {
                out.write(piece.getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(150);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFormWithFilesCarriesItsTokenAsAField() {
        var member = town.member(Role.VIEWER, Optional.empty());
        String token = member.formToken();
        assertThat(multipart(member, "csrfToken", token).statusCode())
                .as("past the check; this page takes no files")
                .isEqualTo(415);
        assertThat(multipart(member, "csrfToken", "0000").statusCode()).isEqualTo(403);
        assertThat(multipart(member, "other", token).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> multipart(TestStaff.Browser browser, String field, String value) {
        return browser.send(browser.request("/console/sign-out")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(PART.formatted(field, value))));
    }

    @Test
    void theCookieOfASignInIsStrictAndOverHttpsSecure() {
        var member = town.member(Role.VIEWER, Optional.empty());
        String plain = member.post("/console/sign-out", Map.of())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(plain)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("Secure");

        var other = town.member(Role.VIEWER, Optional.empty());
        String secure = other.postAsIs(
                        "/console/sign-out", Map.of("csrfToken", other.formToken()), "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(secure).containsIgnoringCase("HttpOnly").contains("SameSite=Lax", "Secure");
    }
}
