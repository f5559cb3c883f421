package tsunagu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While a deployment lasts, or once it was taken back, a copy works on a database that a newer one has migrated. */
@Timeout(300)
class NewerDatabaseTest {
    /** What {@code MigrationRules} lets a later release do. */
    private static final String LATER = """
        create table later (id uuid primary key, conversation varchar(200) not null);
        alter table conversation add column later_word varchar(100);
        alter table conversation add column later_count int default 0 not null;
        create index later_conversation on later (conversation);
        """;

    @TempDir
    Path later;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCopyStartsAndAnswersOnADatabaseThatANewerOneHasMigrated(Databases engine) throws Exception {
        Files.writeString(later.resolve("V999__later.sql"), LATER);
        Map<String, Object> settings = new HashMap<>(engine.settings());
        settings.computeIfPresent("datasources.default.url", (_, url) -> outliving(url.toString()));
        settings.put("tsunagu.data", later.resolve("data").toString());
        settings.put("micronaut.server.port", -1);
        try {
            Map<String, Object> newer = new HashMap<>(settings);
            newer.put("flyway.datasources.default.locations", "classpath:db/migration,filesystem:" + later);
            try (var context = ApplicationContext.run(newer)) {
                assertThat(ask(context, "青嵐中の近くです")).contains("青嵐中");
            }
            try (var context = ApplicationContext.run(settings)) {
                assertThat(ask(context, "会費はいくら")).contains("資料");
                assertThat(count(context, "select count(*) from flyway_schema_history where version = '999'"))
                        .isOne();
                assertThat(count(context, "select count(*) from conversation where later_count = 0"))
                        .isGreaterThanOrEqualTo(2);
            }
        } finally {
            Databases.shutDown(settings.get("datasources.default.url").toString());
        }
    }

    private static String outliving(String url) {
        return url.startsWith("jdbc:h2:") ? url + ";DB_CLOSE_DELAY=-1" : url;
    }

    private static String ask(ApplicationContext context, String question) throws IOException, InterruptedException {
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        var request = HttpRequest.newBuilder(URI.create(server.getURI() + "/api/chat"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"conversation\": \"%s\", \"text\": \"%s\"}".formatted(question.hashCode(), question)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }

    private static int count(ApplicationContext context, String query) throws SQLException {
        DataSource source = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
        try (var connection = source.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
