package tsunagu.subscriptions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tsunagu.keeping.Expiry;
import tsunagu.subscriptions.store.AwaitedRepository;
import tsunagu.subscriptions.store.SubscriberRepository;

/** Subscribers whose last subject is over: a newcomer series that has ended, an answer that was told. */
@Singleton
class IdleSubscribers implements Expiry {
    /** What was put into the outbox reaches only who still wants it, and may wait there for some days. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(8);

    private static final Duration SERIES = Duration.ofDays(45);

    private final SubscriberRepository subscribers;
    private final AwaitedRepository awaited;
    private final Clock clock;

    IdleSubscribers(SubscriberRepository subscribers, AwaitedRepository awaited, Clock clock) {
        this.subscribers = subscribers;
        this.awaited = awaited;
        this.clock = clock;
    }

    @Override
    public Map<String, Long> deleteExpired() {
        Instant now = clock.instant();
        awaited.deleteToldBefore(now.minus(ON_ITS_WAY));
        subscribers.endAnswers();
        subscribers.endNewcomers(now.minus(SERIES));
        return Map.of("終わったお知らせの届け先", (long) subscribers.deleteWithoutSubject());
    }
}
