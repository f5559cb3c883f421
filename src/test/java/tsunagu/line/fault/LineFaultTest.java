package tsunagu.line.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.Databases;
import tsunagu.line.fake.FakeLine;

/**
 * Nothing is lost and nothing is answered twice, though LINE fails in every way it can and the process is killed again
 * and again. An event is lost when LINE took no reply to it and the inbox has not recorded that it was given up; it is
 * answered twice when LINE took two replies to it.
 */
@Timeout(900)
@Order(1)
class LineFaultTest {
    private static final boolean LONG = "long".equals(System.getProperty("fault"));
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    @TempDir
    Path home;

    @Test
    void with_h2_nothing_is_lost_and_nothing_answered_twice() throws Exception {
        if (LONG) run(Map.of(), 2000, 300, 6);
        else run(Map.of(), 160, 30, 2);
    }

    @Test
    void with_postgresql_nothing_is_lost_and_nothing_answered_twice() throws Exception {
        Map<String, String> database = new HashMap<>();
        Databases.POSTGRESQL
                .settings()
                .forEach((key, value) -> database.put(key.toUpperCase().replace('.', '_'), value.toString()));
        if (LONG) run(database, 2000, 300, 6);
        else run(database, 100, 20, 1);
    }

    private void run(Map<String, String> database, int events, int residents, int kills) throws Exception {
        long start = System.nanoTime();
        var environment = new HashMap<>(database);
        try (FakeLine line = FakeLine.start()) {
            environment.put("LINE_API_URL", line.apiUrl().toString());
            environment.put("LINE_CHANNEL_SECRET", FakeLine.SECRET);
            environment.put("LINE_CHANNEL_TOKEN", FakeLine.TOKEN);
            environment.put("LINE_TIMEOUT", "1s");
            try (var copy = new Copy(home, environment)) {
                line.deliverTo(copy.address());
                copy.start();
                var storm = new Storm(line, events, residents, 20261122);
                line.always(storm::weather);
                rage(copy, storm, kills, line);
                Duration stop = copy.stop();
                Verdict verdict =
                        Verdict.of(storm.events(), line.replies(), line.tries(), states(open(copy, database)));
                print(database.isEmpty() ? "H2" : "PostgreSQL", storm, verdict, kills, start, stop);
                hold(copy, verdict);
                assertThat(stop).isLessThan(LONGEST_STOP);
            }
        }
    }

    /** Kills the copy at even steps of the way, and once more while it catches up. */
    private static void rage(Copy copy, Storm storm, int kills, FakeLine line) throws Exception {
        var blowing = CompletableFuture.runAsync(() -> {
            try {
                storm.blow();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        for (int kill = 1; kill <= kills; kill++) {
            while (storm.delivered() < storm.events().size() * kill / (kills + 1)) {
                if (blowing.isDone()) blowing.get();
                Copy.pause(5);
            }
            copy.kill();
            copy.start();
        }
        blowing.get();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (waiting(copy) > 0) {
            storm.expireTokens();
            assertThat(System.nanoTime()).as("still waiting, see " + copy.log()).isLessThan(end);
            Copy.pause(200);
        }
    }

    private static int waiting(Copy copy) throws IOException {
        JsonNode health = new ObjectMapper().readTree(copy.health());
        return health.at("/details/line/details/default/waiting").asInt(1);
    }

    private static Connection open(Copy copy, Map<String, String> database) throws SQLException {
        String url = database.getOrDefault(
                "DATASOURCES_DEFAULT_URL",
                "jdbc:h2:file:" + copy.data().resolve("tsunagu") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        return DriverManager.getConnection(
                url,
                database.getOrDefault("DATASOURCES_DEFAULT_USERNAME", "sa"),
                database.getOrDefault("DATASOURCES_DEFAULT_PASSWORD", ""));
    }

    /** What the inbox says of each event; closes the connection. */
    static Map<String, String> states(Connection opened) throws SQLException {
        var states = new HashMap<String, String>();
        try (Connection connection = opened;
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select event_key, state, coalesce(reason, '') from line_inbox")) {
            while (rows.next()) states.put(rows.getString(1), (rows.getString(2) + " " + rows.getString(3)).strip());
        }
        return states;
    }

    private static void print(String engine, Storm storm, Verdict verdict, int kills, long start, Duration stop) {
        System.out.printf(
                "fault test on %s: %d events, %s, %d kills, %d s: %s; stop took %d ms%n",
                engine,
                storm.events().size(),
                storm.figures(),
                kills,
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                verdict.figures(),
                stop.toMillis());
    }

    /** Nothing lost, nothing twice, and no secret in the log. */
    static void hold(Copy copy, Verdict verdict) {
        assertThat(verdict.lost()).as("lost").isEmpty();
        assertThat(verdict.twice()).as("answered twice").isEmpty();
        assertThat(verdict.secondThoughts()).as("tried with other words").isEmpty();
        assertThat(verdict.claimed()).as("called sent, but LINE has nothing").isEmpty();
        assertThat(verdict.outOfOrder()).as("out of order").isEmpty();
        assertThat(verdict.answered()).isPositive();
        assertThat(copy.logged(List.of("青嵐中の近くに", FakeLine.TOKEN, FakeLine.SECRET)))
                .as("told by the log")
                .isEmpty();
    }
}
