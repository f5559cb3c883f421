package tsunagu.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** A running copy with an editor and an approver of one town, and residents at the chat. */
final class LibraryTown implements AutoCloseable {
    static final String TOWN = "nishitokyo";
    static final String NEW = "/console/documents/new";
    private static final String BOUNDARY = "----tsunagu-test-boundary";
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"([0-9]+)\"");

    private final TestStaff staff = TestStaff.open();
    final TestStaff.Browser editor = staff.member(Role.EDITOR, Optional.of(TOWN));
    final TestStaff.Browser approver = staff.member(Role.APPROVER, Optional.of(TOWN));

    TestStaff staff() {
        return staff;
    }

    /** What is written of a document in the form. */
    static Map<String, String> fields(String title, String published) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", title);
        fields.put("publisher", "西東京市 協働コミュニティ課");
        fields.put("published", published);
        fields.put("status", "final");
        return fields;
    }

    /** Sends a file as a browser does. */
    HttpResponse<String> send(
            TestStaff.Browser who, String path, byte[] file, String name, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        var all = new LinkedHashMap<String, String>();
        all.put("csrfToken", who.formToken());
        all.putAll(fields);
        all.forEach((field, text) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return who.send(who.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .timeout(Duration.ofMinutes(3))
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Uploads a file that can be read, and gives the path of its page. */
    String upload(byte[] file, String name, Map<String, String> fields) {
        HttpResponse<String> response = send(editor, NEW, file, name, fields);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** Presses a button on a document's page. */
    HttpResponse<String> press(TestStaff.Browser who, String path, String button, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.putIfAbsent("revision", revision(path));
        return who.post(path + "/" + button, all);
    }

    String revision(String path) {
        Matcher found = REVISION.matcher(editor.get(path + "/edit").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    void publish(String path) {
        press(editor, path, "submit", Map.of());
        press(approver, path, "publish", Map.of("checked", "yes"));
        assertThat(editor.get(path).body()).contains("公開中");
    }

    /** What a resident is answered, as JSON. */
    String ask(String words) {
        var request = HttpRequest.newBuilder(URI.create(staff.url() + "/api/chat"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"" + words + "\"}"));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        staff.close();
    }
}
