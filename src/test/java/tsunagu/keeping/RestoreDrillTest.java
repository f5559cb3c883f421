package tsunagu.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.Databases;
import tsunagu.conversation.Reply;
import tsunagu.conversation.TestTown;
import tsunagu.conversation.Transcript;
import tsunagu.keeping.backup.Backups;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;
import tsunagu.tables.SampleTable;

/**
 * A town's copy on H2, in use, saved; and what was saved on H2 and on PostgreSQL: the same rows, the same sign-ins, the
 * same answers.
 */
@Order(1)
class RestoreDrillTest {
    private static final int LEAST_TURNS = 200;

    @TempDir
    Path folder;

    private final Map<String, Object> original = Map.of(
            "datasources.default.url",
            "jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");

    @Test
    void whatWasSavedIsThereAgainOnBothEngines() throws IOException {
        Path saved = folder.resolve("saved.zip");
        Map<String, String> cookies = new HashMap<>();
        try (var town = TestStaff.open(original)) {
            TestStaff.Browser editor = fill(town);
            cookies.putAll(editor.cookies());
            assertThat(town.bean(Backups.class).write(saved).rows()).isGreaterThan(100);
        }
        Map<String, List<String>> rows = rows(saved);
        assertThat(rows.get("tables/faq_entry.jsonl")).hasSize(1);
        assertThat(rows.get("tables/event_picture.jsonl")).hasSize(1);
        assertThat(rows.get("tables/unanswered_question.jsonl")).isNotEmpty();

        Map<String, Object> postgres = Databases.POSTGRESQL.settings();
        restore(saved, postgres, rows);
        Map<String, Object> h2 = new HashMap<>(original);
        h2.put("datasources.default.url", url(original).replaceFirst("mem:[^;]+", "mem:" + UUID.randomUUID()));
        restore(saved, h2, rows);
        signedIn(postgres, cookies);
        answersAlike(url(original), url(postgres));
    }

    private static String url(Map<String, Object> settings) {
        return settings.get("datasources.default.url").toString();
    }

    /** All but the manifest, which tells the time. */
    private static Map<String, List<String>> rows(Path file) {
        Map<String, List<String>> rows = BackupContract.contents(file);
        rows.remove("manifest.json");
        return rows;
    }

    private void restore(Path saved, Map<String, Object> settings, Map<String, List<String>> rows) {
        try (var context = ApplicationContext.run(settings)) {
            Backups backups = context.getBean(Backups.class);
            backups.restore(saved, backups.countRows());
            Path again = folder.resolve("again.zip");
            backups.write(again);
            Map<String, List<String>> there = rows(again);
            assertThat(there.keySet()).isEqualTo(rows.keySet());
            rows.forEach(
                    (table, lines) -> assertThat(there.get(table)).as(table).isEqualTo(lines));
        }
    }

    /** Content of every room with a screen, and residents who asked. */
    private static TestStaff.Browser fill(TestStaff town) throws IOException {
        for (SampleTable table : town.bean(BeanContext.class).getBeansOfType(SampleTable.class)) {
            table.load(Files.readAllBytes(Path.of("config/samples", table.file())), "nishitokyo");
        }
        town.bean(SqlRepository.class).update("""
            insert into event_picture (event, type, bytes) select min(id), 'image/png', ? from event_entry
            """, new byte[] {0, -1, 10, 13, 127, -128});
        TestStaff.Browser editor = town.member(Role.EDITOR, Optional.of("nishitokyo"));
        TestStaff.Browser approver = town.member(Role.APPROVER, Optional.of("nishitokyo"));
        String path = editor.post("/console/faq/new", Map.of("question", "会費はいくらですか", "answer", "会費は「無料」です。\n😀\\"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        editor.post(path + "/submit", Map.of("revision", revision(editor, path)));
        assertThat(approver.post(path + "/publish", Map.of("revision", revision(editor, path)))
                        .statusCode())
                .isEqualTo(303);
        for (String words : List.of("青嵐中の近くです", "会費はいくらですか", "ペット可の物件は？", "役に立った")) {
            var request = town.visitor()
                    .request("/api/chat", "Content-Type", "application/json")
                    .setHeader("Accept", "application/json")
                    .POST(BodyPublishers.ofString("{\"conversation\": \"drill\", \"text\": \"" + words + "\"}"));
            HttpResponse<String> response = town.visitor().send(request);
            assertThat(response.statusCode()).isEqualTo(200);
        }
        return editor;
    }

    private static String revision(TestStaff.Browser who, String path) {
        Matcher found = Pattern.compile("name=\"revision\" value=\"([0-9]+)\"")
                .matcher(who.get(path + "/edit").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void signedIn(Map<String, Object> settings, Map<String, String> cookies) {
        try (var town = TestStaff.open(settings)) {
            TestStaff.Browser same = town.visitor();
            same.cookies().putAll(cookies);
            assertThat(same.get("/console/faq").body()).contains("会費はいくらですか");
        }
    }

    private static void answersAlike(String one, String other) {
        try (var here = TestTown.open(one);
                var there = TestTown.open(other)) {
            List<Reply> before = tell(here);
            assertThat(before).hasSizeGreaterThanOrEqualTo(LEAST_TURNS);
            assertThat(before)
                    .filteredOn(reply -> reply.plainText().contains("会費は「無料」です"))
                    .isNotEmpty();
            assertThat(tell(there)).isEqualTo(before);
        }
    }

    private static List<Reply> tell(TestTown town) {
        var replies = new ArrayList<Reply>();
        Path stories = Path.of("src/test/resources/transcripts");
        Stream.concat(Transcript.listAll(stories), Transcript.listAll(stories.resolve("groups")))
                .forEach(story -> {
                    TestTown.Resident resident = town.resident();
                    for (Transcript.Exchange exchange : story.exchanges()) {
                        if (exchange.fresh()) resident = town.resident();
                        replies.add(resident.says(exchange.said()));
                    }
                });
        return replies;
    }
}
