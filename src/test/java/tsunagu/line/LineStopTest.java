package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tsunagu.line.fake.FakeLine.Trouble;

@Isolated
class LineStopTest {
    private static final Duration FAST = Duration.ofSeconds(10);

    @Test
    void what_is_under_way_when_the_server_stops_still_reaches_its_resident() {
        try (LineTown town = LineTown.open()) {
            town.line.next(Trouble.SLOW, Trouble.SLOW);
            var hanako = town.resident("花子");
            town.webhook().deliver(hanako.says("青嵐中"), hanako.says("けやき小"));

            town.server.close();

            assertThat(town.line.replies()).hasSize(2);
            assertThat(threadsThatKeepAProcessAlive()).isEmpty();
        }
    }

    @Test
    void a_line_that_hangs_does_not_hold_up_the_stop() {
        try (LineTown town = LineTown.open()) {
            town.line.next(Trouble.HANG, Trouble.HANG, Trouble.HANG);
            var hanako = town.resident("花子");
            town.webhook().deliver(hanako.says("青嵐中"), hanako.says("けやき小"));
            town.line.awaitStatuses(1);
            long start = System.nanoTime();

            town.server.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FAST);
            assertThat(town.line.statuses()).containsExactly(0);
            assertThat(threadsThatKeepAProcessAlive()).isEmpty();
        }
    }

    /** The HTTP client's threads wait a minute for more work, unless told to stop. */
    private static List<String> threadsThatKeepAProcessAlive() {
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        List<String> threads;
        do {
            threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.isAlive() && !thread.isDaemon())
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("OkHttp"))
                    .toList();
        } while (!threads.isEmpty() && System.nanoTime() < end);
        return threads;
    }
}
