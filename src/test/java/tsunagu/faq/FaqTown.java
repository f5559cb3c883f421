package tsunagu.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** A running copy with an editor and an approver of one town, and residents at the chat. */
final class FaqTown implements AutoCloseable {
    static final String TOWN = "nishitokyo";
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"([0-9]+)\"");

    private final TestStaff staff;
    final TestStaff.Browser editor;
    final TestStaff.Browser approver;

    FaqTown() {
        this(Map.of());
    }

    FaqTown(Map<String, Object> settings) {
        staff = TestStaff.open(settings);
        editor = staff.member(Role.EDITOR, Optional.of(TOWN));
        approver = staff.member(Role.APPROVER, Optional.of(TOWN));
    }

    TestStaff staff() {
        return staff;
    }

    /** Writes an entry and gives the path of its page. */
    String write(String question, String answer, String... wordings) {
        return write(Map.of("question", question, "answer", answer, "wordings", String.join("\n", wordings)));
    }

    String write(Map<String, String> fields) {
        HttpResponse<String> response = editor.post("/console/faq/new", fields);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** Presses a button on an entry's page. */
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

    HttpResponse<String> publish(String path) {
        press(editor, path, "submit", Map.of());
        return press(approver, path, "publish", Map.of());
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
