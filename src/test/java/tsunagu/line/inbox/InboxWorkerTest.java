package tsunagu.line.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tsunagu.Databases;
import tsunagu.line.inbox.InboxWork.Delivery;

/** What becomes of entries whose reply token dies while they are worked on. */
@Timeout(60)
class InboxWorkerTest extends InboxCase {
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);

    private final List<String> requests = new ArrayList<>();
    /** What LINE says to the next requests, before it takes all. */
    private final Queue<Delivery> answers = new ArrayDeque<>();

    @Override
    Databases engine() {
        return Databases.H2;
    }

    @Test
    void an_answer_that_outlasts_the_reply_token_is_given_up_and_not_sent_as_a_message_that_counts() throws Exception {
        inbox.save(List.of(arrival("a", "hanako", 0)));

        workUntilDone(inbox, clock::pass, TOKEN_LIFE.plusSeconds(1));

        assertThat(requests).isEmpty();
        assertThat(inbox.countByChannel().get("default").reasons()).isEqualTo(Map.of("too-late", 1));
    }

    @Test
    void an_answer_just_before_the_reply_token_dies_is_sent() throws Exception {
        inbox.save(List.of(arrival("a", "hanako", 0)));

        workUntilDone(inbox, clock::pass, TOKEN_LIFE.minusSeconds(1));

        assertThat(requests).containsExactly("reply");
        assertThat(inbox.countByChannel()).isEmpty();
    }

    @Test
    void a_reply_token_that_dies_between_two_looks_at_the_clock_is_dead_or_alive_and_nothing_else() throws Exception {
        for (int left = 0; left < 12; left++) {
            var ticking = new Ticking();
            Inbox hasty = node(ticking);
            hasty.save(List.of(arrival("e" + left, "resident" + left, 0)));

            workUntilDone(hasty, ticking::pass, TOKEN_LIFE.minusMillis(left));
        }

        assertThat(requests).doesNotContain("push");
    }

    @Test
    void a_token_that_line_will_not_take_after_a_failure_is_used_if_it_cannot_have_died() throws Exception {
        failAndRefuse(TOKEN_LIFE.minusSeconds(20));

        assertThat(inbox.countByChannel()).isEmpty();
    }

    @Test
    void a_token_that_line_will_not_take_after_a_failure_may_be_dead_near_the_end_of_its_life() throws Exception {
        failAndRefuse(TOKEN_LIFE.minusSeconds(8));

        assertThat(inbox.countByChannel().get("default").reasons()).isEqualTo(Map.of("no-answer", 1));
    }

    @Test
    void what_staff_have_tried_again_later_is_not_called_sent_because_its_token_is_dead() throws Exception {
        inbox.save(List.of(arrival("a", "hanako", 0)));
        answers.addAll(List.of(Delivery.SILENT, Delivery.SILENT, Delivery.INVALID));
        workUntilDone(inbox, clock::pass, Duration.ZERO);
        clock.pass(Duration.ofMinutes(5));

        assertThat(inbox.retry(Optional.empty())).isEqualTo(1);
        workUntilDone(inbox, clock::pass, Duration.ZERO);

        assertThat(requests).containsExactly("reply", "reply", "reply");
        assertThat(inbox.countByChannel().get("default").reasons()).isEqualTo(Map.of("no-answer", 1));
    }

    /** LINE fails, and will not take the token then. */
    private void failAndRefuse(Duration thinking) throws InterruptedException {
        inbox.save(List.of(arrival("a", "hanako", 0)));
        answers.addAll(List.of(Delivery.FAILED, Delivery.INVALID));
        workUntilDone(inbox, clock::pass, thinking);
        assertThat(requests).containsExactly("reply", "reply");
    }

    private void workUntilDone(Inbox inbox, Consumer<Duration> passing, Duration thinking) throws InterruptedException {
        InboxWorker worker = inbox.startWorker(new Slow(passing, thinking));
        while (inbox.countByChannel()
                        .getOrDefault("default", Inbox.Counted.NONE)
                        .waiting()
                > 0) {
            Thread.sleep(5);
            passing.accept(Duration.ofMillis(5));
        }
        worker.stop(() -> {});
    }

    /** A millisecond goes by with each look. */
    private static final class Ticking extends Clock {
        private final AtomicLong now = new AtomicLong(NOON.toEpochMilli());

        void pass(Duration time) {
            now.addAndGet(time.toMillis());
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Thinks for so long by the clock. */
    private final class Slow implements InboxWork {
        private final Consumer<Duration> passing;
        private final Duration thinking;

        Slow(Consumer<Duration> passing, Duration thinking) {
            this.passing = passing;
            this.thinking = thinking;
        }

        @Override
        public boolean isSetUp(String channel) {
            return true;
        }

        @Override
        public Supplier<Optional<String>> prepare(InboxEntry entry) {
            return () -> {
                passing.accept(thinking);
                return Optional.of("[]");
            };
        }

        @Override
        public Delivery send(InboxEntry entry) {
            requests.add("reply");
            Delivery next = answers.poll();
            return next == null ? Delivery.SENT : next;
        }

        @Override
        public Delivery push(InboxEntry entry) {
            requests.add("push");
            return Delivery.SENT;
        }

        @Override
        public void waiting(InboxEntry entry) {}
    }
}
