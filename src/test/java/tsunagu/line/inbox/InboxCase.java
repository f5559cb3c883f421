package tsunagu.line.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tsunagu.Databases;
import tsunagu.HandClock;

/** An empty inbox on a database of its own, two nodes that work on it, and a clock by hand. */
abstract class InboxCase {
    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(5);

    final HandClock clock = new HandClock(NOON);
    private ApplicationContext context;
    InboxRepository rows;
    Inbox inbox;
    Inbox otherNode;

    abstract Databases engine();

    @BeforeEach
    void open() {
        context = ApplicationContext.run(engine().settings());
        rows = context.getBean(InboxRepository.class);
        inbox = node();
        otherNode = node();
    }

    @AfterEach
    void close() {
        context.close();
    }

    Inbox node() {
        return node(clock);
    }

    Inbox node(Clock clock) {
        return new Inbox(rows, context.getBean(InboxSettings.class), context.getBean(InboxFigures.class), clock);
    }

    InboxEntry take() {
        return assertThat(inbox.take(10)).singleElement().actual();
    }

    InboxEntry answer(InboxEntry entry) {
        return inbox.answer(entry, () -> Optional.of("[\"reply\"]")).orElseThrow();
    }

    static Arrival arrival(String key, String conversation, long second) {
        return new Arrival(
                "default",
                key,
                Optional.of("m-" + key),
                conversation,
                NOON.plusSeconds(second),
                false,
                Optional.of("token-" + key),
                key);
    }

    static Arrival again(Arrival event) {
        return new Arrival(
                event.channel(),
                event.key(),
                event.messageId(),
                event.conversation(),
                event.happenedAt(),
                true,
                event.replyToken(),
                event.event());
    }
}
