package tsunagu.line.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
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
import tsunagu.line.fake.FakeLine;

/**
 * Two copies share one inbox in PostgreSQL behind one address. In the middle of a burst one of them is killed and comes
 * back, the database is restarted, and the other is killed: nothing is lost, nothing is answered twice, and what a
 * killed copy was at work on is taken over within seconds.
 */
@Timeout(900)
@Order(1)
class NodesFaultTest {
    private static final boolean LONG = "long".equals(System.getProperty("fault"));
    private static final int EVENTS = LONG ? 2000 : 160;
    private static final int RESIDENTS = LONG ? 300 : 30;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(180);

    @TempDir
    Path home;

    @Test
    void nothing_is_lost_or_doubled_when_copies_are_killed_and_the_database_restarts() throws Exception {
        long start = System.nanoTime();
        try (FakeLine line = FakeLine.start();
                var database = new Database(home.resolve("postgres"))) {
            Map<String, String> environment = environment(line, database);
            try (var one = new Copy(directory("one"), environment);
                    var two = new Copy(directory("two"), environment);
                    var balancer = Balancer.before(List.of(one.address(), two.address()))) {
                line.deliverTo(balancer.address());
                // Both at once: only one may bring the empty database up to date.
                var second = CompletableFuture.runAsync(two::start);
                one.start();
                second.join();
                var storm = new Storm(line, EVENTS, RESIDENTS, 20261123);
                line.always(storm::weather);
                List<Duration> takeovers = rage(storm, database, one, two);
                awaitQuiet(storm, database);
                Verdict verdict =
                        Verdict.of(storm.events(), line.replies(), line.tries(), LineFaultTest.states(database.open()));
                print(storm, verdict, takeovers, start);
                LineFaultTest.hold(one, verdict);
                LineFaultTest.hold(two, verdict);
            }
        }
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectory(home.resolve(name));
    }

    private static Map<String, String> environment(FakeLine line, Database database) {
        var environment = new HashMap<String, String>();
        environment.put("DATASOURCES_DEFAULT_URL", database.url());
        environment.put("DATASOURCES_DEFAULT_USERNAME", "postgres");
        environment.put("DATASOURCES_DEFAULT_PASSWORD", "postgres");
        environment.put("LINE_API_URL", line.apiUrl().toString());
        environment.put("LINE_CHANNEL_SECRET", FakeLine.SECRET);
        environment.put("LINE_CHANNEL_TOKEN", FakeLine.TOKEN);
        environment.put("LINE_TIMEOUT", "1s");
        return environment;
    }

    private static List<Duration> rage(Storm storm, Database database, Copy one, Copy two) throws Exception {
        var blowing = CompletableFuture.runAsync(() -> {
            try {
                storm.blow();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        awaitDelivered(storm, blowing, 1);
        Duration first = killed(one, database);
        one.start();
        awaitDelivered(storm, blowing, 2);
        database.restart();
        awaitDelivered(storm, blowing, 3);
        Duration second = killed(two, database);
        two.start();
        blowing.get();
        return List.of(first, second);
    }

    private static void awaitDelivered(Storm storm, CompletableFuture<?> blowing, int quarters) throws Exception {
        while (storm.delivered() < storm.events().size() * quarters / 4) {
            if (blowing.isDone()) blowing.get();
            Copy.pause(5);
        }
    }

    /** How long until all that was under way when the copy was killed has been sent, given up or taken over. */
    private static Duration killed(Copy copy, Database database) throws SQLException {
        Map<Long, String> held;
        copy.kill();
        long killed = System.nanoTime();
        held = underWay(database);
        while (underWay(database).entrySet().stream()
                .anyMatch(each -> each.getValue().equals(held.get(each.getKey())))) {
            Duration waited = Duration.ofNanos(System.nanoTime() - killed);
            assertThat(waited).as("still held by a copy that is dead").isLessThan(LONGEST_WAIT);
            Copy.pause(50);
        }
        return Duration.ofNanos(System.nanoTime() - killed);
    }

    /** Who is at work on which entry, and since which try. */
    private static Map<Long, String> underWay(Database database) throws SQLException {
        var held = new HashMap<Long, String>();
        try (Connection connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, taken_by, attempts from line_inbox where finished_at is null and taken_by is not"
                                + " null")) {
            while (rows.next()) held.put(rows.getLong(1), rows.getString(2) + " " + rows.getInt(3));
        }
        return held;
    }

    private static void awaitQuiet(Storm storm, Database database) throws SQLException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (waiting(database) > 0) {
            storm.expireTokens();
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            Copy.pause(200);
        }
    }

    private static int waiting(Database database) throws SQLException {
        try (Connection connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from line_inbox where finished_at is null")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void print(Storm storm, Verdict verdict, List<Duration> takeovers, long start) {
        System.out.printf(
                "fault test with two copies: %d events, %s, 2 kills, 1 restart of PostgreSQL, %d s: %s; "
                        + "taken over after %s ms%n",
                storm.events().size(),
                storm.figures(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                verdict.figures(),
                takeovers.stream().map(Duration::toMillis).toList());
    }

    /** A PostgreSQL of its own, which may be restarted where others share the common one. */
    private static final class Database implements AutoCloseable {
        private final Path data;
        private EmbeddedPostgres running;

        Database(Path data) throws IOException {
            this.data = data;
            running = builder().start();
        }

        private EmbeddedPostgres.Builder builder() {
            return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        }

        String url() {
            return running.getJdbcUrl("postgres", "postgres");
        }

        Connection open() throws SQLException {
            return DriverManager.getConnection(url(), "postgres", "postgres");
        }

        void restart() throws IOException {
            int port = running.getPort();
            running.close();
            running = builder().setPort(port).start();
        }

        @Override
        public void close() throws IOException {
            running.close();
        }
    }
}
